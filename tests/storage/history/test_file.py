"""The sample office's file: it fits the schema, and the figures it adds up to are the office's own."""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from renderers import indonesian
from storage.catatan.konten import JENIS, LINK_BERITA, PLATFORM
from storage.history.file import History, foto_path, read

SAMPLE = Path(__file__).parents[3] / "storage" / "sample" / "probolinggo.json"
FIGURES: dict[str, Any] = json.loads((Path(__file__).parents[2] / "sample_figures.json").read_text("utf-8"))
BULAN = [f"2022-{n:02}" for n in range(1, 7)]


@pytest.fixture(scope="module")
def history() -> History:
    return read(SAMPLE)


def cells(history: History, bulan: str) -> Counter[tuple[str, str]]:
    """Itemised and counted postingan of a month, before any correction."""
    found: Counter[tuple[str, str]] = Counter()
    for k in history.konten:
        found.update((k.jenis, p) for p in k.platform if k.tanggal.isoformat()[:7] == bulan)
    for h in history.hitungan:
        found.update({(h.jenis, p): n for p, n in h.jumlah.items() if h.bulan == bulan})
    return found


def corrected(history: History, bulan: str) -> dict[tuple[str, str], int]:
    fixed = {(k.jenis, k.platform): k.nilai for k in history.koreksi if k.bulan == bulan}
    return dict(cells(history, bulan)) | fixed


@pytest.mark.parametrize("bulan", BULAN)
def test_every_cell_of_the_matrices(history: History, bulan: str) -> None:
    found = corrected(history, bulan)
    assert {j: [found.get((j, p), 0) for p in PLATFORM] for j in JENIS} == FIGURES["matriks"][bulan]


@pytest.mark.parametrize("bulan", BULAN)
def test_the_evaluation_row_of_each_month(history: History, bulan: str) -> None:
    found = corrected(history, bulan)
    counted = [a.platform for a in history.akun if a.dihitung]
    publikasi = sum(n for (_, platform), n in found.items() if platform in counted)
    website = sum(max(h.jumlah.values()) for h in history.hitungan if (h.bulan, h.jenis) == (bulan, LINK_BERITA))
    website += sum(k.jenis == LINK_BERITA and k.tanggal.isoformat()[:7] == bulan for k in history.konten)
    assert {"publikasi": publikasi, "website": website} == FIGURES["evaluasi"][bulan]


@pytest.mark.parametrize("sektor", ["pemerintah", "nonpemerintah"])
def test_every_row_of_the_coordination_tables(history: History, sektor: str) -> None:
    rows = [
        [indonesian.span(k.mulai, k.selesai), k.uraian, k.instansi, k.keterangan]
        for k in sorted(history.kegiatan, key=lambda k: k.mulai)
        if k.sektor == sektor
    ]
    assert rows == FIGURES["koordinasi"][sektor]


@pytest.mark.parametrize("bulan", BULAN)
def test_every_row_of_the_information_tables(history: History, bulan: str) -> None:
    found = [k for k in history.konten if k.informasi and k.tanggal.isoformat()[:7] == bulan]
    rows = [
        [indonesian.bulan(k.tanggal) if k.sebulan else indonesian.tanggal(k.tanggal), k.judul, list(k.platform)]
        for k in sorted(found, key=lambda k: (k.sebulan, k.tanggal))
    ]
    assert rows == FIGURES["informasi"][bulan]


@pytest.mark.parametrize("kode", sorted(FIGURES["kolase"]))
def test_every_caption_of_the_kolase(history: History, kode: str) -> None:
    year, week = kode.split("-W")
    pekan = [k for k in history.kegiatan if k.mulai.isocalendar()[:2] == (int(year), int(week)) and k.foto]
    assert [[k.nama, indonesian.hari_tanggal(k.mulai)] for k in pekan] == FIGURES["kolase"][kode]


def test_only_march_is_corrected(history: History) -> None:
    assert {(k.bulan, k.jenis, k.platform, k.nilai) for k in history.koreksi} == {
        ("2022-03", "Infografik", platform, 1) for platform in ("IG", "Twitter", "FB")
    }
    assert {cells(history, "2022-03")["Infografik", p] for p in ("IG", "Twitter", "FB")} == {2}


def test_one_launch_is_one_kegiatan_and_the_bawaslu_talk_has_no_mitra(history: History) -> None:
    assert len(history.kegiatan) == 26 + 27 - 1
    launch = [k for k in history.kegiatan if k.mulai == date(2022, 6, 14) and k.instansi]
    assert [(k.nama, k.foto) for k in launch] == [("Peluncuran Tahapan Pemilu 2024", ("25.jpg",))]
    talk = [k for k in history.kegiatan if k.mulai == date(2022, 4, 21)]
    assert [(k.nama, k.sektor, k.instansi) for k in talk] == [("KPU - Bawaslu Probolinggo Talk #5", "internal", "")]


def test_each_photo_belongs_to_one_kegiatan(history: History) -> None:
    assert sorted(f for k in history.kegiatan for f in k.foto) == [f"{n:02}.jpg" for n in range(1, 35)]


def test_photos_lie_beside_the_file(history: History) -> None:
    named = {foto_path(SAMPLE, f) for k in history.kegiatan for f in k.foto}
    assert {p.name for p in named if not p.is_file()} == set()


def test_days_lie_in_the_half_year_on_working_days_and_in_order(history: History) -> None:
    assert [k.mulai for k in history.kegiatan] == sorted(k.mulai for k in history.kegiatan)
    assert {k.mulai.weekday() for k in history.kegiatan} == {0, 1, 2, 3, 4}
    days = [k.mulai for k in history.kegiatan] + [k.tanggal for k in history.konten]
    assert (min(days), max(days)) == (date(2022, 1, 17), date(2022, 6, 27))
    assert {k.tanggal.day for k in history.konten if k.sebulan} == {1}


def test_the_letter_is_later_than_everything_it_reports(history: History) -> None:
    surat = history.surat["2022-TW2"]
    assert surat.tanggal is not None
    assert surat.tanggal >= max(k.selesai for k in history.kegiatan)
    assert surat.tanggal >= max(k.tanggal for k in history.konten)


def test_the_team_and_what_it_stands_on(history: History) -> None:
    assert [str(a.role) for a in history.anggota] == ["pembina", "pembina", "ketua", "ketua_pelaksana"] + [
        "anggota"
    ] * 4
    assert {k.pelapor for k in history.kegiatan} == {a.nama for a in history.anggota if a.role == "anggota"}
    assert len(history.dasar_hukum) == 14
    assert [(k.nomor, k.tanggal) for k in history.keputusan] == [
        ("88/PK.01-BA/3574/2021", date(2021, 12, 27)),
        ("17/HK.03.1/3574/2022", date(2022, 1, 3)),
        ("33/HK.03.1/3574/2022", date(2022, 4, 20)),
    ]
    assert (len(history.masalah), len(history.saran)) == (5, 1)


def changed(path: list[str | int], value: object) -> str:
    """The sample with one value changed, as text."""
    whole = json.loads(SAMPLE.read_text("utf-8"))
    place = whole
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return json.dumps(whole)


@pytest.mark.parametrize(
    ("path", "value", "complaint"),
    [
        (["kegiatan", 0, "tanggal"], "2022-01-17", "Extra inputs are not permitted"),
        (["kegiatan", 0, "mulai"], "17 Januari 2022", "Input should be a valid date in the format YYYY-MM-DD"),
        (["kegiatan", 0, "mulai"], "2022-02-30", "Input should be a valid date in the format YYYY-MM-DD, day value"),
        (["kegiatan", 0, "selesai"], "2022-01-01", "Value error, selesai lies before mulai"),
        (["kegiatan", 0, "instansi"], "", "Value error, a coordination needs instansi, uraian and keterangan"),
        (["kegiatan", 0, "pelapor"], "ORANG LAIN", "Value error, pelapor not among the anggota: ORANG LAIN"),
        (["kegiatan", 0, "foto"], ["../rahasia.jpg"], "String should match pattern"),
        (["konten", 0, "jenis"], "Foto", "Value error, 'Foto' is none of Foto Berita, KPU Flash"),
        (["konten", 0, "platform"], [], "Tuple should have at least 1 item"),
        (["konten", 0, "platform"], ["Instagram"], "Value error, 'Instagram' is none of IG, Twitter, FB"),
        (["hitungan", 0, "bulan"], "2022-13", "String should match pattern"),
        (["hitungan", 0, "jumlah", "IG"], -1, "Input should be greater than or equal to 0"),
        (["hitungan", 0, "jumlah", "IG"], "51", "Input should be a valid integer"),
        (
            ["hitungan", 1, "jenis"],
            "Foto Berita",
            "Value error, hitungan tells twice: ('2022-01', 'Foto Berita', 'FB')",
        ),
        (["surat", "Q2"], {}, "String should match pattern"),
        (["anggota", 0, "role"], "raja", "Input should be 'pembina', 'anggota', 'ketua' or 'ketua_pelaksana'"),
        (["satker", "zona"], "Asia/Singapore", "Input should be 'Asia/Jakarta'"),
    ],
)
def test_a_slip_in_the_file_is_refused_with_its_reason(path: list[str | int], value: object, complaint: str) -> None:
    with pytest.raises(ValidationError) as refused:
        History.model_validate_json(changed(path, value))
    first = refused.value.errors()[0]
    assert first["msg"][: len(complaint)] == complaint


def test_what_may_be_left_out_has_a_default(history: History) -> None:
    kegiatan = next(k for k in history.kegiatan if k.nama == "Apel Pagi")
    assert (kegiatan.selesai, kegiatan.sektor, kegiatan.tempat) == (kegiatan.mulai, "internal", "")
    only = {"satker", "akun", "anggota", "dasar_hukum", "keputusan"}
    bare = {k: v for k, v in json.loads(SAMPLE.read_text("utf-8")).items() if k in only}
    empty = History.model_validate_json(json.dumps(bare))
    assert (empty.kegiatan, empty.konten, empty.surat) == ((), (), {})
