"""Facts of an office with the days on which they hold, and the media of its publikasi."""

import re
from datetime import date

import sqlalchemy as sa
from alembic import op

revision = "0112"
down_revision = "0111"
branch_labels = None
depends_on = None

TEXTS = ("ketua", "alamat", "atasan", "kota_atasan", "anggaran", "dasar_laporan")
YEAR = re.compile(r"(?<![\w/.-])20\d\d(?![\w/-])")
REGULATION = re.compile(r"\b(?:nomor|no\.?)\s+\S+\s+tahun\s+20\d\d", re.IGNORECASE)


def upgrade() -> None:
    op.create_table(
        "fakta",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("satker_id", sa.Integer(), nullable=False),
        sa.Column("tentang", sa.String(20), nullable=False),
        sa.Column("isi", sa.String(), nullable=False),
        sa.Column("jabatan", sa.String(), nullable=False),
        sa.Column("berlaku_dari", sa.Date(), nullable=True),
        sa.Column("berlaku_sampai", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["satker_id"], ["satker.id"], name=op.f("fk_fakta_satker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fakta")),
    )
    op.create_index(op.f("ix_fakta_satker_id"), "fakta", ["satker_id"])
    op.create_table(
        "media",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("satker_id", sa.Integer(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("sumber", sa.String(20), nullable=False),
        sa.Column("keterangan", sa.String(), nullable=False),
        sa.Column("teks", sa.String(), nullable=False),
        sa.Column("angka", sa.JSON(), nullable=False),
        sa.Column("berlaku_dari", sa.Date(), nullable=True),
        sa.Column("berlaku_sampai", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["satker_id"], ["satker.id"], name=op.f("fk_media_satker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_media")),
    )
    op.create_index(op.f("ix_media_satker_id"), "media", ["satker_id"])
    _carry_over()
    with op.batch_alter_table("satker", schema=None) as batch_op:
        for name in (*TEXTS, "tagline"):
            batch_op.drop_column(name)


def _carry_over() -> None:
    """Each fact of an office becomes a row, a motto with a line for each of its parts."""
    told = [sa.column(name, sa.String()) for name in TEXTS]
    satker = sa.table("satker", sa.column("id", sa.Integer()), *told, sa.column("tagline", sa.JSON()))
    columns = ("satker_id", "tentang", "isi", "jabatan")
    days = [sa.column(name, sa.Date()) for name in ("berlaku_dari", "berlaku_sampai")]
    fakta = sa.table("fakta", *(sa.column(name) for name in columns), *days)
    for office in op.get_bind().execute(sa.select(satker)).mappings().all():
        facts = {name: office[name] for name in TEXTS} | {"tagline": "\n".join(office["tagline"])}
        rows = [_row(office["id"], name, text) for name, text in facts.items() if text.strip()]
        op.bulk_insert(fakta, rows)


def _row(office: int, name: str, text: str) -> dict[str, object]:
    years = sorted(map(int, YEAR.findall(REGULATION.sub("", text)))) if name == "anggaran" else []
    first, last = (date(years[0], 1, 1), date(years[-1], 12, 31)) if years else (None, None)
    jabatan = "Ketua" if name == "ketua" else ""
    told: dict[str, object] = {"satker_id": office, "tentang": name, "isi": text, "jabatan": jabatan}
    return told | {"berlaku_dari": first, "berlaku_sampai": last}
