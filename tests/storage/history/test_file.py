"""The sample office's file: it fits the schema, and the figures it adds up to are the office's own."""

import json
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from renderers import indonesian
from storage.history.faults import Faulty
from storage.history.file import History, foto_path, read
from storage.nasional import jenis as nasional_jenis
from storage.nasional import platform as nasional_platform

JENIS = nasional_jenis.keys()
PLATFORM = nasional_platform.usual()
LINK_BERITA = nasional_jenis.laman()

SAMPLE = Path(__file__).parents[3] / "storage" / "sample" / "probolinggo.json"
FIGURES: dict[str, Any] = json.loads((Path(__file__).parents[2] / "sample_figures.json").read_text("utf-8"))
DAY = "bukan tanggal; tulis seperti 2022-04-18."
LIKE = "tidak dapat dibaca; tulis seperti"
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


UNLISTED = (
    "dasar_hukum ke-1, nasional: “PKPU 1/1900” tidak ada dalam daftar nasional dasar hukum; tulis seperti PKPU 22/2023."
)
RELATION = "keputusan ke-1, hubungan: “membatalkan” hanya '', 'menetapkan', 'mengubah' atau 'mengganti'."


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
        (["kegiatan", 0, "tanggal"], "2022-01-17", "kegiatan ke-1, tanggal: nama isian ini tidak dikenal."),
        (["kegiatan", 0, "mulai"], "17 Januari 2022", f"kegiatan ke-1, mulai: “17 Januari 2022” {DAY}"),
        (["kegiatan", 0, "mulai"], "2022-02-30", f"kegiatan ke-1, mulai: “2022-02-30” {DAY}"),
        (["kegiatan", 0, "selesai"], "2022-01-01", "kegiatan ke-1: selesai tidak boleh sebelum mulai."),
        (
            ["kegiatan", 0, "instansi"],
            "",
            "kegiatan ke-1: kegiatan dengan mitra memerlukan instansi, uraian, dan keterangan.",
        ),
        (["kegiatan", 0, "pelapor"], "ORANG LAIN", "Pelapor ini tidak ada di antara anggota: ORANG LAIN."),
        (
            ["kegiatan", 0, "foto"],
            ["../rahasia.jpg"],
            f"kegiatan ke-1, foto ke-1: “../rahasia.jpg” {LIKE} 25.jpg, nama berkas tanpa folder.",
        ),
        (["konten", 0, "jenis"], "Foto", f"konten ke-1, jenis: “Foto” bukan salah satu dari {', '.join(JENIS)}."),
        (["konten", 0, "platform"], [], "konten ke-1, platform: harus memuat sekurang-kurangnya satu."),
        (
            ["konten", 0, "platform"],
            ["Instagram"],
            f"konten ke-1, platform ke-1: “Instagram” bukan salah satu dari {', '.join(nasional_platform.every())}.",
        ),
        (
            ["hitungan", 0, "bulan"],
            "2022-13",
            "hitungan ke-1, bulan: “2022-13” tidak dapat dibaca; tulis seperti 2022-04.",
        ),
        (["hitungan", 0, "jumlah", "IG"], -1, "hitungan ke-1, jumlah, IG: “-1” tidak boleh kurang dari 0."),
        (
            ["hitungan", 0, "jumlah", "IG"],
            "51",
            "hitungan ke-1, jumlah, IG: “51” harus berupa angka tanpa tanda petik.",
        ),
        (
            ["hitungan", 1, "jenis"],
            "Foto Berita",
            "Hitungan menyebut dua kali: 2022-01 Foto Berita FB, 2022-01 Foto Berita IG.",
        ),
        (
            ["surat", "Q2"],
            {},
            f"surat, Q2: “Q2” {LIKE} 2022-TW2, 2022-S1, atau 2022.",
        ),
        (
            ["anggota", 0, "role"],
            "raja",
            "anggota ke-1, role: “raja” hanya 'pembina', 'anggota', 'ketua' atau 'ketua_pelaksana'.",
        ),
        (["satker", "kolase_hari"], 9, "satker, kolase_hari: “9” tidak boleh lebih dari 6."),
        (["satker", "kolase_jam"], "sore", "satker, kolase_jam: “sore” bukan jam; tulis seperti 16:00."),
        (["satker", "kumulatif"], "ya", "satker, kumulatif: “ya” hanya true atau false."),
        (["satker", "nama"], " ", "satker, nama: tidak boleh kosong."),
        (
            ["satker", "salam"],
            "pagi",
            "satker, salam: “pagi” bukan salah satu dari umum, islam, kristen, katolik, hindu, buddha, khonghucu.",
        ),
        (["akun"], {}, "akun: harus berupa daftar dalam kurung siku."),
        (["dasar_hukum", 0], {"nasional": "PKPU 1/1900"}, UNLISTED),
        (["dasar_hukum", 0], {"berlaku_dari": "2022-01-01"}, "dasar_hukum ke-1, teks: tidak boleh kosong."),
        (["keputusan", 0, "hubungan"], "membatalkan", RELATION),
    ],
)
def test_a_slip_in_the_file_is_refused_with_its_place(
    path: list[str | int], value: object, complaint: str, tmp_path: Path
) -> None:
    assert refused(tmp_path, changed(path, value)) == complaint


def test_a_file_that_is_none_is_refused_whole(tmp_path: Path) -> None:
    torn = "Berkas ini bukan JSON yang utuh, kemungkinan ada koma, petik, atau kurung yang kurang."
    assert refused(tmp_path, '{"satker": ') == torn
    told = refused(tmp_path, '{"satker": {}}').splitlines()
    assert (told[0], len(told)) == ("satker, kode: belum diisi.", 13)


def refused(folder: Path, text: str) -> str:
    (folder / "kantor.json").write_text(text)
    with pytest.raises(Faulty) as told:
        read(folder / "kantor.json")
    return str(told.value)


def test_a_basis_may_be_told_by_its_short_name_and_a_decree_with_what_it_does() -> None:
    told = json.loads(changed(["dasar_hukum"], [{"nasional": "UU 7/2017"}, {"teks": "Nota"}]))
    told["keputusan"][2] |= {"tentang": "Perubahan Tim", "hubungan": "mengubah", "terhadap": "17/HK.03.1/3574/2022"}
    known = History.model_validate_json(json.dumps(told))
    law = "Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum"
    assert [(d.nasional, d.teks) for d in known.dasar_hukum] == [("UU 7/2017", law), (None, "Nota")]
    assert [(k.tentang, k.hubungan, k.terhadap) for k in known.keputusan] == [
        ("", "", ""),
        ("", "", ""),
        ("Perubahan Tim", "mengubah", "17/HK.03.1/3574/2022"),
    ]


def test_what_may_be_left_out_has_a_default(history: History) -> None:
    kegiatan = next(k for k in history.kegiatan if k.nama == "Apel Pagi")
    assert (kegiatan.selesai, kegiatan.sektor, kegiatan.tempat) == (kegiatan.mulai, "internal", "")
    only = {"satker", "akun", "anggota", "dasar_hukum", "keputusan"}
    bare = {k: v for k, v in json.loads(SAMPLE.read_text("utf-8")).items() if k in only}
    empty = History.model_validate_json(json.dumps(bare))
    assert (empty.kegiatan, empty.konten, empty.surat) == ((), (), {})


def test_an_office_that_says_nothing_of_its_greeting_greets_everybody(history: History) -> None:
    told = json.loads(SAMPLE.read_text("utf-8"))
    told["satker"]["tingkat"] = "pusat"
    del told["satker"]["salam"]
    assert [History.model_validate_json(json.dumps(told)).satker.salam, history.satker.salam] == ["umum", "islam"]


def accounts(*told: Mapping[str, object], **own: Mapping[str, str]) -> str:
    """The sample with other accounts, and with rows of its own."""
    whole = json.loads(SAMPLE.read_text("utf-8"))
    whole["akun"] = told
    whole["satker"] |= own
    return json.dumps(whole)


OLD, NEW = ({"platform": "IG", "nama": name} for name in ("kpu_lama", "kpu_baru"))
OWN = {"platform_sendiri": {"IG PPID": "IG"}, "jenis_sendiri": {"Podcast": "Video lainnya"}}


def loaded(folder: Path, text: str) -> History:
    (folder / "kantor.json").write_text(text)
    return read(folder / "kantor.json")


def test_an_account_may_follow_another_one_but_not_stand_beside_it(tmp_path: Path) -> None:
    ended, begun = OLD | {"aktif_sampai": "2022-05-31"}, NEW | {"aktif_sejak": "2022-06-01"}
    assert len(loaded(tmp_path, accounts(ended, begun)).akun) == 2
    assert refused(tmp_path, accounts(OLD, NEW)) == (
        "Dua akun IG ada pada hari yang sama; yang kedua perlu baris di platform_sendiri."
    )


def test_a_second_account_stands_on_a_row_of_its_own(tmp_path: Path) -> None:
    told = loaded(tmp_path, accounts(OLD, NEW | {"platform": "IG PPID"}, **OWN))
    assert [one.platform for one in told.akun] == ["IG", "IG PPID"]
    known = ", ".join(nasional_platform.every())
    assert refused(tmp_path, accounts(OLD, NEW | {"platform": "IG PPID"})) == (
        f"akun ke-2, platform: “IG PPID” bukan salah satu dari {known}."
    )


def test_an_own_row_counts_as_a_national_one(tmp_path: Path) -> None:
    assert refused(tmp_path, accounts(OLD, sektor_sendiri={"ormas": "internal"})) == (
        "satker, sektor_sendiri, ormas: “internal” bukan salah satu dari pemerintah, nonpemerintah, media, pendidikan."
    )
