"""Two transactions side by side, as PostgreSQL lets them run: the second one judges by what the first has decided."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from threading import Thread

import pytest
from sqlalchemy import func, select

from handlers.chat import drawn
from handlers.chat.events import Became, Outcome
from handlers.chat.messages import Chat, Incoming, Rejected, Turn
from handlers.dialog import choices
from handlers.lapor import buttons
from storage.catatan import drafts
from storage.catatan.drafts import Draft
from storage.chat import cards, drawing_order, outbox, rest
from storage.chat.outbox import Card, Kind, Outbox
from storage.database import Database, Session
from storage.foto import lembar, owner
from storage.foto.lembar import Lembar
from storage.kantor import media, people
from storage.kantor.audit import Audit
from storage.kantor.media import Media
from storage.kantor.people import Anggota
from storage.kantor.satker import Satker
from storage.laporan import deliveries
from storage.laporan.deliveries import Delivery
from storage.pribadi import pribadi, retention
from tests import postgres
from tests.conftest import NOW, here
from tests.handlers import records

pytestmark = pytest.mark.usefixtures("office")
# Long enough for the second transaction to come to where it waits; on SQLite it does not even begin.
MEANWHILE = 0.3 if postgres.URL else 0


@contextmanager
def meanwhile(database: Database, act: Callable[[Session], object]) -> Iterator[Session]:
    """The transaction that ends first; another one begins when all that is done in it is still unseen."""

    def acted() -> None:
        with database.transaction() as session:
            act(session)

    second = Thread(target=acted)
    with database.transaction() as first:
        yield first
        first.flush()
        second.start()
        second.join(MEANWHILE)
    second.join()


def put(session: Session, card: str = "", **payload: object) -> Outbox:
    row = Outbox(satker_id=1, channel="test", chat="Rudi", group=False, kind=Kind.SAY, card=card, next_try=NOW)
    row.payload = payload
    if "drawing" in payload:
        row.state = outbox.State.DRAW
    outbox.put(session, row)
    return session.scalars(select(Outbox).order_by(Outbox.id.desc())).first() or row


def claimed(database: Database, **payload: object) -> None:
    with database.transaction() as session:
        row = put(session, "draft:1", **payload)
        assert outbox.claim(session, row.id)


def rows(database: Database) -> list[Outbox]:
    with database.transaction() as session:
        return list(session.scalars(select(Outbox).order_by(Outbox.id)))


def rudi(session: Session) -> Anggota:
    found = people.find(session, "test", "Rudi")
    assert found
    return found


def test_words_that_come_while_a_card_is_written_down_as_sent_push_it_up(database: Database) -> None:
    claimed(database, text="Kartu")
    with meanwhile(database, lambda session: cards.push_all(session, "test", "Rudi", "11")) as first:
        outbox.sent(first, outbox.get(first, 1), ["10"], NOW)
    with database.transaction() as session:
        assert session.get_one(Card, ("test", "Rudi", "draft:1")).pushed


def test_of_who_is_erased_nothing_stays_that_is_just_written_down_as_sent(database: Database) -> None:
    claimed(database, text="Halo Rudi")

    def erase(session: Session) -> None:
        pribadi.erase(here(session, session.get_one(Satker, 1)), rudi(session))

    with meanwhile(database, erase) as first:
        row = outbox.get(first, 1)
        outbox.sent(first, row, ["10"], NOW)
        outbox.over(first, row)
    assert rows(database) == []


def test_a_card_that_is_renewed_while_a_name_is_forgotten_stays_renewed(database: Database) -> None:
    with database.transaction() as session:
        put(session, "draft:1", text="lama", rest=[[{"label": "Kadir"}]])
    with meanwhile(database, lambda session: rest.erase_naming(session, ["Kadir"])) as first:
        put(first, "draft:1", text="baru", rest=[[{"label": "Kadir"}], [{"label": "Qori"}]])
    assert [row.payload for row in rows(database)] == [{"text": "baru"}]


def test_a_drawing_that_is_renewed_while_it_is_taken_is_drawn_as_it_is_now(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with database.transaction() as session:
        put(session, "draft:1", text="lama", drawing={"renderer": "matriks", "id": 1})
    looked = drawing_order.to_draw

    def renewed() -> None:
        with database.transaction() as session:
            put(session, "draft:1", text="baru", drawing={"renderer": "matriks", "id": 2})

    second = Thread(target=renewed)

    def looked_before(*told: object) -> object:
        found = looked(*told)  # type: ignore[arg-type]
        second.start()
        second.join(MEANWHILE)
        return found

    monkeypatch.setattr(drawing_order, "to_draw", looked_before)
    with database.transaction() as session:
        taken = drawing_order.take_next(session, ["test"], NOW, "", None, "")
    second.join()
    assert taken
    assert taken.payload == rows(database)[0].payload


def kept(database: Database, *, gone: list[str]) -> None:
    with database.transaction() as session:
        row = Lembar(satker_id=1, pekan="Pekan 1", figures={"cells": ["a"]}, stamp="s", files=["b"], gone=gone)
        row.due, row.dibuat_at = bool(gone), NOW
        session.add(row)


def sheets(database: Database) -> list[tuple[object, ...]]:
    with database.transaction() as session:
        found = session.scalars(select(Lembar).order_by(Lembar.id))
        return [(row.figures, row.files, row.gone, row.due) for row in found]


def test_sheets_that_go_while_others_are_removed_are_still_to_be_removed(database: Database) -> None:
    kept(database, gone=["a"])
    with meanwhile(database, lambda session: lembar.removed(session, 1, ["a"])) as first:
        lembar.unshow(first, 1, "a")
    assert sheets(database) == [({}, [], ["b"], True)]


def test_sheets_that_were_removed_just_now_are_not_to_be_removed_again(database: Database) -> None:
    kept(database, gone=["a"])
    with meanwhile(database, lambda session: lembar.unshow(session, 1, "a")) as first:
        lembar.removed(first, 1, ["a"])
    assert sheets(database) == [({}, [], ["b"], True)]


def test_sheets_that_fade_while_they_are_drawn_anew_stay(database: Database) -> None:
    kept(database, gone=[])
    later = NOW + timedelta(days=1)
    with meanwhile(database, lambda session: lembar.fade(session, later)) as first:
        lembar.keep(here(first, first.get_one(Satker, 1), later), "Pekan 1", {"cells": ["c"]}, "t", ["d"])
    assert sheets(database) == [({"cells": ["c"]}, ["d"], ["b"], True)]


def test_sheets_that_show_a_lost_photo_lose_none_of_those_drawn_just_now(database: Database) -> None:
    kept(database, gone=[])
    with database.transaction() as session:
        session.scalars(select(Lembar)).one().figures = {"cells": ["0" * 64]}
    with meanwhile(database, lambda session: lembar.lose(session, set())) as first:
        lembar.keep(here(first, first.get_one(Satker, 1)), "Pekan 1", {"cells": ["1" * 64]}, "t", ["d"])
    assert sheets(database) == [({}, [], ["b", "d"], True)]


def test_a_post_that_arrived_in_one_chat_and_failed_in_another_at_once_is_sent(database: Database) -> None:
    with database.transaction() as session:
        claimed_ = deliveries.claim(here(session, session.get_one(Satker, 1)), "kolase", "2022-W25", {})
        assert claimed_
        for _ in range(2):
            put(session, drawing={"renderer": "kolase", "id": claimed_.id})

    def fail(session: Session) -> None:
        drawn.marked(Outcome(session, session.get_one(Outbox, 2), Became.FAILED, NOW))

    with meanwhile(database, fail) as first:
        row = first.get_one(Outbox, 1)
        row.message_ids = ["10"]
        drawn.marked(Outcome(first, row, Became.SENT, NOW))
    with database.transaction() as session:
        post = session.scalars(select(Delivery)).one()
        assert (post.state, post.message_ids) == (deliveries.State.SENT, ["10"])


def test_two_who_look_at_the_media_for_the_first_time_make_them_rows_once(database: Database) -> None:
    def look(session: Session) -> None:
        media.kept(here(session, session.get_one(Satker, 1)))

    with meanwhile(database, look) as first:
        look(first)
    with database.transaction() as session:
        assert session.scalars(select(Media.nama).order_by(Media.id)).all() == ["Media Sosial", "Website"]


def begun(database: Database) -> None:
    with database.transaction() as session:
        drafts.begin(session, rudi(session), NOW, "kegiatan", nama="Rapat")


def saved(session: Session) -> None:
    session.scalars(select(Draft)).one().state = drafts.State.SAVED


def test_of_a_report_that_is_just_being_saved_nobody_is_reminded(database: Database) -> None:
    begun(database)
    found: list[Draft] = []
    with meanwhile(database, lambda session: found.extend(drafts.stale(session, 1, NOW))) as first:
        saved(first)
    assert found == []


def test_an_old_report_that_is_just_being_saved_keeps_what_was_told(database: Database) -> None:
    begun(database)
    later = NOW + timedelta(days=400)
    with meanwhile(database, lambda session: retention.forget(session, later)) as first:
        saved(first)
    with database.transaction() as session:
        row = session.scalars(select(Draft)).one()
        assert (row.state, row.answers) == (drafts.State.SAVED, {"nama": "Rapat"})


def test_a_row_of_an_own_list_stays_where_a_record_is_just_being_saved_with_it(database: Database) -> None:
    with database.transaction() as session:
        choices.added(turn(session), "jenis", "Siniar", "Video lainnya")

    def undo(session: Session) -> None:
        with suppress(Rejected):
            buttons.own_row_undone(turn(session), session.scalars(select(Audit)).one())

    with meanwhile(database, undo) as first:
        records.shown(first, first.get_one(Satker, 1), "Siniar", "Bincang", NOW.date(), IG=1)
    with database.transaction() as session:
        assert session.get_one(Satker, 1).jenis_sendiri == {"Siniar": "Video lainnya"}


def turn(session: Session) -> Turn:
    office, incoming = session.get_one(Satker, 1), Incoming(Chat("test", "Rudi"), "1", "Rudi")
    return Turn(session, office, NOW, incoming=incoming, anggota=rudi(session))


def test_two_processes_that_look_for_the_first_time_make_one_mark(database: Database) -> None:
    with meanwhile(database, owner.mine) as first:
        owner.mine(first)
    with database.transaction() as session:
        assert session.scalar(select(func.count()).select_from(owner.Deployment)) == 1
