"""The migrations make the schema that the models describe, and a database that is older keeps its rows."""

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Inspector, MetaData, Table, inspect, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.sql.elements import conv

from handlers.dialog import held
from handlers.reading.message.parts import Reading
from storage.catatan.drafts import Draft
from storage.chat import drawing_order, inbox, outbox
from storage.chat.outbox import Outbox
from storage.database import MIGRATIONS, Database, Row, UnknownSchema, migrations, newest
from storage.foto import owner
from storage.kantor import audit, people
from storage.kantor.satker import Here, Satker
from tests import postgres

FIRST = "0100"
LATER = '''"""Speakers of a kegiatan, and names that end"""

import sqlalchemy as sa
from alembic import op

revision = "0101"
down_revision = "0100"


def upgrade() -> None:
    with op.batch_alter_table("kegiatan") as batch_op:
        batch_op.add_column(sa.Column("narasumber", sa.String(), nullable=False, server_default="–"))
        batch_op.alter_column("nama", existing_type=sa.String(), type_=sa.String(200))
'''
NOON = datetime(2022, 6, 24, 12, tzinfo=UTC)
LISTS: dict[str, object] = {"files": [], "message_ids": []}
# What a column holds of which a test says nothing.
ANY: dict[type, object] = {
    str: "",
    bytes: b"",
    int: 0,
    bool: False,
    date: NOON.date(),
    datetime: NOON,
    time: time(16),
    object: [],
}


@pytest.fixture
def bare(tmp_path: Path, empty_postgres: str) -> Iterator[Database]:
    """A database without any table."""
    database = Database(postgres.created("bare") if empty_postgres else f"sqlite:///{tmp_path / 'bare.db'}")
    yield database
    database.close()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The migrations as they were with the first schema alone; a test adds its own."""
    shutil.copytree(str(MIGRATIONS), tmp_path / "migrations", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr("storage.database.MIGRATIONS", tmp_path / "migrations")
    versions = tmp_path / "migrations" / "versions"
    for later in set(versions.glob("*.py")) - set(versions.glob(f"{FIRST}_*.py")):
        later.unlink()
    return versions


def put(database: Database, **rows: dict[str, object]) -> None:
    """One row for each table named; `id` is 1 where nothing else is said."""
    with database.engine.begin() as connection:
        for name, given in rows.items():
            table = Table(name, MetaData(), autoload_with=connection)
            needed = {c.name: ANY[c.type.python_type] for c in table.columns if not c.nullable}
            connection.execute(table.insert().values(needed | {"id": 1} | given))


def stored(database: Database, name: str) -> list[dict[str, Any]]:
    with database.engine.connect() as connection:
        table = Table(name, MetaData(), autoload_with=connection)
        rows = connection.execute(select(table).order_by(*table.primary_key)).mappings()
        return [dict(row) for row in rows]


def keys(found: Inspector, name: str) -> list[str]:
    """Everything but the columns, in an order of its own."""
    several = *found.get_foreign_keys(name), *found.get_unique_constraints(name), *found.get_indexes(name)
    return sorted(str(one) for one in (found.get_pk_constraint(name), *several))


def test_the_migrations_make_the_schema_that_the_models_describe(bare: Database) -> None:
    bare.upgrade()
    with bare.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        assert compare_metadata(context, Row.metadata) == []
        tables = set(inspect(connection).get_table_names()) - {"alembic_version"}
    assert tables == set(Row.metadata.tables)
    assert bare.behind() == ""


def test_every_key_and_index_is_named_by_one_rule() -> None:
    tables = Row.metadata.tables.values()
    names = [one.name for table in tables for one in table.constraints]
    names += [one.name for table in tables for one in table.indexes]
    # A name that the rule gave is a `conv`.
    assert [name for name in names if not isinstance(name, conv)] == ["ix_draft_anggota_id_open"]


def test_a_later_migration_finds_the_rows_of_the_first_schema_and_keeps_them(bare: Database, folder: Path) -> None:
    bare.upgrade(FIRST)
    put(
        bare,
        satker={"kode": "3574"},
        kegiatan={"satker_id": 1, "nama": "Apel"},
        foto={"satker_id": 1, "kegiatan_id": 1},
    )
    before, held = [stored(bare, name) for name in ("kegiatan", "foto")], keys(inspect(bare.engine), "kegiatan")
    (folder / "0101_speakers.py").write_text(LATER, "utf-8")
    bare.upgrade()
    assert [stored(bare, "kegiatan"), stored(bare, "foto")] == [[before[0][0] | {"narasumber": "–"}], before[1]]
    assert keys(inspect(bare.engine), "kegiatan") == held
    with pytest.raises(IntegrityError, match=r"(?i)foreign key"):
        put(bare, foto={"id": 2, "satker_id": 1, "kegiatan_id": 2})


def test_a_database_of_the_first_schema_has_marked_nothing_and_notes_the_photos_that_it_has(bare: Database) -> None:
    bare.upgrade(FIRST)
    put(bare, satker={"kode": "3574"}, foto={"satker_id": 1, "sha256": "ab" * 32})
    bare.upgrade()
    assert [stored(bare, "deployment"), stored(bare, "held")] == [[], []]
    with bare.transaction() as session:
        owner.note_rows(session)
        assert (owner.known(session), owner.held(session)) == (None, {"ab" * 32})


def test_a_migration_that_would_take_away_what_others_point_to_is_undone(bare: Database, folder: Path) -> None:
    bare.upgrade(FIRST)
    put(bare, satker={"kode": "3574"}, kegiatan={"satker_id": 1}, foto={"satker_id": 1, "kegiatan_id": 1})
    (folder / "0101_gone.py").write_text(
        LATER.split("    with", maxsplit=1)[0] + '    op.execute("DELETE FROM kegiatan")\n', "utf-8"
    )
    with pytest.raises(Exception, match="foto"):
        bare.upgrade()
    assert len(stored(bare, "kegiatan")) == 1
    assert bare.behind() == "the schema is at 0100, this release needs 0101"


@pytest.mark.parametrize("other", ["0016", "9999"])
def test_a_schema_of_no_release_that_is_known_is_refused_and_left_alone(database: Database, other: str) -> None:
    with database.engine.begin() as connection:
        connection.execute(text(f"UPDATE alembic_version SET version_num = '{other}'"))
    with pytest.raises(UnknownSchema, match=f"^the schema is at {other}, this release knows {FIRST} to [0-9]+$"):
        database.upgrade()
    assert database.behind().startswith(f"the schema is at {other}, this release needs ")


def test_a_card_of_the_schema_before_stays_where_it_is_and_its_age_is_not_known(bare: Database) -> None:
    bare.upgrade("0100")
    card = {"channel": "telegram", "chat": "11", "card": "draft:1", "message_id": "5", "pushed": True}
    with bare.engine.begin() as connection:
        connection.execute(Table("card", MetaData(), autoload_with=connection).insert().values(card))
    bare.upgrade()
    assert stored(bare, "card") == [card | {"sent_at": None}]


def test_what_is_going_out_in_the_schema_before_still_stands_above_what_pushed_it(bare: Database) -> None:
    bare.upgrade("0105")
    with bare.engine.begin() as connection:
        table = Table("outbox", MetaData(), autoload_with=connection)
        needed = {c.name: ANY[c.type.python_type] for c in table.columns if not c.nullable and c.name != "id"}
        row = needed | {"kind": "say", "state": "sending", "payload": {}, "files": [], "message_ids": []}
        connection.execute(table.insert(), [row | {"card": "a", "pushed": True}, row | {"card": "b", "pushed": False}])
    bare.upgrade()
    with bare.transaction() as session:
        rows = session.scalars(select(Outbox).order_by(Outbox.card)).all()
        assert [outbox.below(one.pushed_by, "77") for one in rows] == [True, False]


def test_a_link_of_the_schema_before_is_one_that_a_ketua_pelaksana_made(bare: Database) -> None:
    bare.upgrade("0103")
    with bare.engine.begin() as connection:
        table = Table("invitation", MetaData(), autoload_with=connection)
        link = {"token_hash": people.hashed("tiket"), "role": "anggota", "nama": "Siti"}
        connection.execute(table.insert().values(link | {"expires_at": NOON + timedelta(hours=1)}))
    bare.upgrade()
    with bare.transaction() as session:
        row = people.opened(session, "tiket", NOON)
        assert row is not None
        assert (row.nama, row.oleh_pengelola) == ("Siti", False)


def test_a_link_of_the_schema_before_stays_open_though_nobody_knows_who_made_it(bare: Database) -> None:
    bare.upgrade("0104")
    with bare.engine.begin() as connection:
        table = Table("invitation", MetaData(), autoload_with=connection)
        link = {"token_hash": people.hashed("tiket"), "role": "anggota", "nama": "Siti"}
        connection.execute(table.insert().values(link | {"expires_at": NOON + timedelta(hours=1)}))
    bare.upgrade()
    with bare.transaction() as session:
        row = people.opened(session, "tiket", NOON)
        assert row is not None
        assert (row.nama, row.oleh_id) == ("Siti", None)


def test_a_kegiatan_of_the_schema_before_has_all_that_it_had_and_neither_hour_nor_people(bare: Database) -> None:
    bare.upgrade("0106")
    put(bare, satker={"kode": "3574"}, kegiatan={"satker_id": 1, "nama": "Apel", "tempat": "Halaman"})
    (before,) = stored(bare, "kegiatan")
    assert {"waktu", "peserta"} & set(before) == set()
    bare.upgrade("0107")
    assert stored(bare, "kegiatan") == [before | {"waktu": "", "peserta": ""}]


def test_a_draft_of_the_schema_before_tells_of_one_record_without_any_doubt(bare: Database) -> None:
    bare.upgrade("0107")
    answers = {"nama": "Apel", "tanggal": {"mulai": "2022-06-24", "selesai": "2022-06-24", "sebulan": False}}
    told = {"satker_id": 1, "anggota_id": 1, "macam": "kegiatan", "answers": answers, "semula": {}, "state": "open"}
    put(bare, satker={"kode": "3574"}, anggota={"satker_id": 1}, draft=told)
    bare.upgrade()
    with bare.transaction() as session:
        row = session.scalars(select(Draft)).one()
        assert held.every(row) == [Reading("kegiatan", answers)]
        assert (row.place, row.photos_at) == (0, 0)


def test_an_office_of_the_schema_before_has_the_lists_of_the_country_alone(bare: Database) -> None:
    bare.upgrade("0112")
    put(bare, satker={"kode": "3574"}, akun={"satker_id": 1, "platform": "Twitter", "nama": "kpu"})
    (office,), accounts = stored(bare, "satker"), stored(bare, "akun")
    bare.upgrade("0113")
    own: dict[str, object] = {"platform_sendiri": {}, "jenis_sendiri": {}, "sektor_sendiri": {}}
    assert stored(bare, "satker") == [office | own]
    assert stored(bare, "akun") == accounts


def test_an_office_of_the_schema_before_gets_no_text_of_the_day(bare: Database) -> None:
    bare.upgrade("0117")
    put(bare, satker={"kode": "3574"})
    (office,) = stored(bare, "satker")
    bare.upgrade("0118")
    assert stored(bare, "satker") == [office | {"wa_jam": None}]


def test_an_office_of_the_schema_before_has_the_usual_columns_of_e_kinerja(bare: Database) -> None:
    bare.upgrade("0118")
    put(bare, satker={"kode": "3574"})
    (office,) = stored(bare, "satker")
    bare.upgrade("0119")
    assert stored(bare, "satker") == [office | {"kolom_kinerja": []}]
    bare.upgrade()
    with bare.transaction() as session:
        assert session.get_one(Satker, 1).kolom == ["Tanggal", "Jam", "Uraian", "Output", "Bukti"]


def test_a_template_of_the_schema_before_is_one_of_the_report(bare: Database) -> None:
    bare.upgrade("0121")
    put(bare, satker={"kode": "3574"}, templat={"satker_id": 1, "nama": "Kantor.docx", "isi": b"x", "berlaku": True})
    (row,) = stored(bare, "templat")
    bare.upgrade("0122")
    assert stored(bare, "templat") == [row | {"jenis": "laporan"}]


def test_an_office_of_the_schema_before_hears_of_its_triwulan_like_a_new_one(bare: Database) -> None:
    bare.upgrade("0113")
    put(bare, satker={"kode": "3574"})
    (office,) = stored(bare, "satker")
    bare.upgrade("0114")
    assert stored(bare, "satker") == [office | {"laporan_hari": 0, "laporan_ingat": [10, 3, 1, 0]}]


def test_the_report_of_an_office_of_the_schema_before_tells_no_more_than_it_did(bare: Database) -> None:
    bare.upgrade("0114")
    put(bare, satker={"kode": "3574", "laporan_ingat": [10, 0]})
    (office,) = stored(bare, "satker")
    bare.upgrade("0115")
    assert stored(bare, "satker") == [office | {"ketepatan": False}]


def test_the_history_of_the_schema_before_is_found_by_its_person(bare: Database) -> None:
    bare.upgrade("0108")
    entry = {
        "satker_id": 1,
        "anggota_id": 1,
        "what": "kegiatan",
        "ref": 7,
        "action": "catat",
        "before": {},
        "after": {},
    }
    put(bare, satker={"kode": "3574"}, anggota={"satker_id": 1}, audit=entry)
    bare.upgrade()
    with bare.transaction() as session:
        here = Here(session, session.get_one(Satker, 1), NOON)
        assert audit.done_by(here, 1, ["catat"], NOON) == [("kegiatan", 7)]


def test_a_basis_and_a_decree_of_the_schema_before_point_to_nothing(bare: Database) -> None:
    bare.upgrade("0109")
    basis, decree = {"satker_id": 1, "teks": "UU 7/2017"}, {"satker_id": 1, "jenis": "SK", "nomor": "17/2022"}
    put(bare, satker={"kode": "3574"}, dasar_hukum=basis, keputusan=decree)
    before = [stored(bare, name)[0] for name in ("dasar_hukum", "keputusan")]
    bare.upgrade()
    after = [stored(bare, name)[0] for name in ("dasar_hukum", "keputusan")]
    assert after == [before[0] | {"nasional": None}, before[1] | {"tentang": "", "hubungan": "", "terhadap": ""}]


def test_an_office_of_the_schema_before_greets_everybody_and_has_no_passages_of_its_own(bare: Database) -> None:
    bare.upgrade("0109")
    put(bare, satker={"kode": "3574", "nama": "KPU Kota Probolinggo"})
    (before,) = stored(bare, "satker")
    bare.upgrade("0110")
    assert stored(bare, "satker") == [before | {"salam": "umum"}]
    assert stored(bare, "naskah") == []


def test_what_waited_before_strangers_had_lanes_of_their_own_still_goes_first(bare: Database) -> None:
    bare.upgrade("0100")
    with bare.engine.begin() as connection:
        table = Table("inbox", MetaData(), autoload_with=connection)
        needed = {c.name: ANY[c.type.python_type] for c in table.columns if not c.nullable and c.name != "body"}
        connection.execute(table.insert().values(needed | {"event": "7", "lane": "11", "body": {}, "state": "new"}))
    bare.upgrade()
    with bare.transaction() as session:
        assert inbox.heads(session, "") == [("11", None, True)]
        assert drawing_order.to_draw(session, [""], NOON) == []


def test_the_facts_of_an_office_of_the_schema_before_become_rows_with_the_days_of_its_budget(bare: Database) -> None:
    bare.upgrade("0109")
    facts = {
        "ketua": "SITI",
        "alamat": "Jl. Merdeka 1",
        "anggaran": "Dibiayai DIPA 2022.",
        "tagline": ["MELAYANI", "KITA"],
    }
    put(bare, satker={"kode": "3574", **facts})
    put(bare, satker={"id": 2, "kode": "3575"})
    bare.upgrade()
    names = ("satker_id", "tentang", "isi", "jabatan", "berlaku_dari", "berlaku_sampai")
    assert [tuple(row[name] for name in names) for row in stored(bare, "fakta")] == [
        (1, "ketua", "SITI", "Ketua", None, None),
        (1, "alamat", "Jl. Merdeka 1", "", None, None),
        (1, "anggaran", "Dibiayai DIPA 2022.", "", date(2022, 1, 1), date(2022, 12, 31)),
        (1, "tagline", "MELAYANI\nKITA", "", None, None),
    ]
    assert [row["kode"] for row in stored(bare, "satker")] == ["3574", "3575"]
    assert {*facts, "atasan", "kota_atasan", "dasar_laporan"} & set(stored(bare, "satker")[0]) == set()
    assert stored(bare, "media") == []


def test_the_group_of_the_schema_before_has_no_topic_and_what_waits_for_it_goes_there(bare: Database) -> None:
    bare.upgrade("0115")
    waiting = {"kind": "say", "state": "new", "chat": "-1001", "group": True, "payload": {"text": "Kolase"}}
    put(bare, satker={"kode": "3574", "grup": "-1001"}, outbox=waiting | LISTS)
    (office,), (row,) = stored(bare, "satker"), stored(bare, "outbox")
    bare.upgrade("0116")
    assert stored(bare, "satker") == [office | {"grup_topik": ""}]
    assert stored(bare, "outbox") == [row | {"topic": ""}]


@pytest.mark.parametrize(("renderer", "state", "after"), [
    ("kolase", "uncertain", ["uncertain", "claimed"]),
    ("rekap", "uncertain", ["claimed", "claimed"]),
    ("kolase", "dead", ["claimed", "claimed"]),
])  # fmt: skip
def test_a_post_of_the_schema_before_that_nobody_knows_of_is_marked_and_nothing_is_held(
    bare: Database, renderer: str, state: str, after: list[str]
) -> None:
    bare.upgrade("0116")
    post = {"kind": "kolase", "figures": {}, "view": {}, "state": "claimed", "message_ids": [], "satker_id": 1}
    told = {"kind": "say", "state": state, "payload": {"drawing": {"renderer": renderer, "id": 1}}}
    put(bare, satker={"kode": "3574"}, delivery=post | {"period": "2022-W25"}, outbox=told | LISTS)
    put(bare, delivery=post | {"id": 2, "period": "2022-W26"})
    bare.upgrade("0117")
    assert [row["state"] for row in stored(bare, "delivery")] == after
    assert [row["held_at"] for row in stored(bare, "outbox")] == [None]


def test_a_kegiatan_of_the_schema_before_is_still_asked_for_its_foto_berita(bare: Database) -> None:
    bare.upgrade("0119")
    put(bare, satker={"kode": "3574"}, kegiatan={"satker_id": 1, "nomor": 1, "nama": "Apel"})
    (row,) = stored(bare, "kegiatan")
    bare.upgrade("0121")
    assert stored(bare, "kegiatan") == [row | {"terjawab": False}]


def test_what_waits_in_the_schema_before_has_no_mark_and_of_no_message_anything_is_told(bare: Database) -> None:
    bare.upgrade("0122")
    put(bare, satker={"kode": "3574"}, outbox={"kind": "say", "state": "new", "payload": {"text": "Kolase"}} | LISTS)
    (row,) = stored(bare, "outbox")
    bare.upgrade("0123")
    assert stored(bare, "outbox") == [row | {"mark": ""}]
    assert stored(bare, "status") == []


def test_people_of_the_schema_before_have_spoken_nowhere_and_their_links_are_for_the_first_time(bare: Database) -> None:
    bare.upgrade("0123")
    put(bare, satker={"kode": "3574"}, anggota={"satker_id": 1}, identity={"anggota_id": 1})
    with bare.engine.begin() as connection:
        table = Table("invitation", MetaData(), autoload_with=connection)
        connection.execute(table.insert().values(token_hash="a", role="anggota", nama="", expires_at=NOON))
    (person,), (link,) = stored(bare, "identity"), stored(bare, "invitation")
    bare.upgrade("0124")
    assert stored(bare, "identity") == [person | {"spoke_at": None, "number": ""}]
    assert stored(bare, "invitation") == [link | {"lagi": False}]
    assert stored(bare, "reach") == []


def test_the_last_revision_is_told_by_the_name_of_its_file() -> None:
    assert newest() == ScriptDirectory.from_config(migrations(None)).get_current_head()
