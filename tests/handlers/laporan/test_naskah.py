"""The passages of a report: true for every tier on every cut-off, and the words of the office's own report in 2022."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from handlers.laporan import gather, naskah
from handlers.reading.dates.periods import Periode
from renderers import figures
from renderers.figures import Rekap
from renderers.frozen import freeze, thaw
from renderers.kantor import Akun
from renderers.prosa import naskah as prosa
from storage.database import Database
from storage.kantor.satker import Satker
from storage.laporan import naskah as rows
from storage.nasional.passages import GREETINGS, VARIABLES, Office, passages
from storage.nasional.pemungutan_suara import votes
from tests.conftest import here
from tests.renderers.rekaps import REKAP, SATKER

OFFICES = {
    "kabupaten": (Office("kabupaten"), replace(SATKER, nama="KPU Kabupaten Sukamaju")),
    "kota KIP": (
        Office("kota", "KIP"),
        replace(SATKER, nama="KIP Kota Langsa", wilayah="Kota Langsa", atasan="KIP Aceh"),
    ),
    "provinsi": (
        Office("provinsi"),
        replace(SATKER, nama="KPU Provinsi Nusa Raya", wilayah="Provinsi Nusa Raya", atasan="KPU Republik Indonesia"),
    ),
    "KIP Aceh": (
        Office("provinsi", "KIP"),
        replace(SATKER, nama="KIP Aceh", wilayah="Aceh", atasan="KPU Republik Indonesia"),
    ),
    "pusat": (Office("pusat"), replace(SATKER, nama="KPU Republik Indonesia", wilayah="Indonesia", atasan="")),
}
QUARTERS = [Periode("triwulan", n, year) for year in range(2022, 2033) for n in (1, 2, 3, 4)]
# All tiers of KPU in one breath, as laws and decisions name them.
TIERS = re.compile(
    r"(?:, )?KPU Provinsi(?:/KIP Aceh)?,? dan KPU(?:/KIP)? Kabupaten/Kota|Komisi Pemilihan Umum [^.]*?Kota"
)
OTHER_TIERS = {
    "kabupaten": r"KIP|KPU Provinsi (?!Nusa)(?!, yang)",
    "kota KIP": r"KPU Provinsi|KPU Kabupaten",
    "provinsi": r"KIP|Kabupaten|perantaraan",
    "KIP Aceh": r"KPU Provinsi|Kabupaten|perantaraan",
    "pusat": r"KIP|Provinsi|Kabupaten|perantaraan|di Indonesia dibentuk",
}


def rekap_of(name: str, periode: Periode, **changes: object) -> Rekap:
    office, satker = OFFICES[name]
    months = figures.Periode(periode.jenis, periode.sebutan, periode.tahun, periode.bulan, periode.bulan)
    told = replace(REKAP, satker=satker, periode=months, batas=periode.selesai - timedelta(days=1))
    return naskah.written(replace(told, **changes), office, {})  # type: ignore[arg-type]


def texts(rekap: Rekap) -> dict[str, str]:
    return {f"{one.bab}.{one.kunci}": prosa.printed(rekap, one) for one in rekap.naskah}


@pytest.mark.parametrize("name", OFFICES)
def test_every_passage_is_true_for_its_tier_in_every_quarter(name: str) -> None:
    for periode in QUARTERS:
        rekap = rekap_of(name, periode)
        told = texts(rekap)
        assert [key for key, text in told.items() if "{" in text or "}" in text] == []
        bare = {key: TIERS.sub("", text) for key, text in told.items()}
        assert [(key, bare[key]) for key in bare if re.search(OTHER_TIERS[name], bare[key])] == []
        assert list(_untrue(told, rekap.batas)) == []


def _untrue(told: dict[str, str], on: date) -> Iterator[tuple[str, str]]:
    """Votes that are over and called coming, and years that no vote known on the day, nor a regulation, gives."""
    over = {f"Tahun {vote.tahun}" for vote in votes() if vote.over(on)} - {
        f"Tahun {vote.tahun}" for vote in votes() if vote.diputuskan <= on and not vote.over(on)
    }
    years = {str(vote.tahun) for vote in votes() if vote.diputuskan <= on}
    for key, text in told.items():
        yield from ((key, year) for year in over if f"Serentak {year}" in text or f"Pemilihan {year}" in text)
        plain = re.sub(r"Nomor \d+ Tahun \d{4}|tanggal \d+ \w+ \d{4}|20\d\d\)", "", text)
        if key not in {"surat.isi", "pendahuluan.isi_laporan", "pelaksanaan.uraian"}:
            yield from ((key, year) for year in re.findall(r"\b20\d\d\b", plain) if year not in years)


def test_the_vote_ahead_in_words() -> None:
    said = {str(q): rekap_of("kabupaten", q).isian["pemilu_berikutnya"] for q in QUARTERS}
    named = {text: [q for q in said if said[q] == text] for text in dict.fromkeys(said.values())}
    assert {text: (len(quarters), quarters[0]) for text, quarters in named.items()} == {
        "Pemilu dan Pemilihan Serentak Tahun 2024": (8, str(QUARTERS[0])),
        "Pemilihan Serentak Tahun 2024": (3, str(QUARTERS[8])),
        "Pemilu dan Pemilihan berikutnya": (33, str(QUARTERS[11])),
    }


def test_facts_leave_when_they_are_over() -> None:
    found = [texts(rekap_of("kabupaten", q)) for q in QUARTERS]
    for words, until in (("77,5 persen", 8), ("Pemilu 2019", 8), ("Kominfo, 2020", 4), ("Nomor 1 Tahun 2015", 7)):
        assert [words in " ".join(told.values()) for told in found] == [n < until for n in range(len(QUARTERS))]
    held = {
        n: told["pendahuluan.pemungutan_suara"]
        for n, told in enumerate(found)
        if "pendahuluan.pemungutan_suara" in told
    }
    assert held == {
        8: "Pada periode ini diselenggarakan pemungutan suara Pemilu pada tanggal 14 Februari 2024.",
        11: "Pada periode ini diselenggarakan pemungutan suara Pemilihan pada tanggal 27 November 2024.",
    }


EVERY = "kegiatannya setiap 3 (tiga) bulan dan setiap tahun"
ONWARD = "yang selanjutnya meneruskannya kepada KPU"
LETTERS = {
    "kabupaten": f"KPU Kabupaten/Kota untuk melaporkan {EVERY} kepada KPU Provinsi, {ONWARD}",
    "kota KIP": f"KIP Kabupaten/Kota untuk melaporkan {EVERY} kepada KIP Aceh, {ONWARD}",
    "provinsi": f"KPU Provinsi untuk melaporkan {EVERY} kepada KPU",
    "KIP Aceh": f"KIP Aceh untuk melaporkan {EVERY} kepada KPU",
    "pusat": f"KPU untuk menyusun laporan {EVERY}",
}


@pytest.mark.parametrize("name", OFFICES)
def test_the_letter_says_who_reports_to_whom(name: str) -> None:
    told = texts(rekap_of(name, QUARTERS[1]))["surat.isi"]
    assert told == (
        f"{REKAP.dasar_laporan} menugaskan Tim Bakohumas {LETTERS[name]}. Memenuhi ketentuan tersebut, dengan hormat "
        f"kami sampaikan Laporan Bakohumas {OFFICES[name][1].nama} Triwulan II Tahun 2022 sebagaimana terlampir."
    )


def test_the_last_purpose_names_the_office_above_where_there_is_one_between() -> None:
    last = {name: texts(rekap_of(name, QUARTERS[0]))["pendahuluan.tujuan_bakohumas_butir"] for name in OFFICES}
    above = {name: re.findall(r"kepada Ketua KPU(.*)\.$", text) for name, text in last.items()}
    assert above == {
        "kabupaten": [" dengan perantaraan Ketua KPU Provinsi Nusa Raya"],
        "kota KIP": [" dengan perantaraan Ketua KIP Aceh"],
        "provinsi": [""],
        "KIP Aceh": [""],
        "pusat": [""],
    }


def test_what_is_not_known_is_not_said() -> None:
    nothing = replace(SATKER, wilayah="", atasan="")
    told = texts(naskah.written(replace(REKAP, satker=nothing, dasar_laporan="", akun=()), Office("kota"), {}))
    assert told["surat.isi"].startswith(
        "Ketentuan yang ditetapkan KPU menugaskan Tim Bakohumas KPU Kabupaten/Kota untuk "
    )
    assert told["pendahuluan.tujuan_bakohumas"] == "Secara khusus, Bakohumas KPU dibentuk dengan tujuan:"
    assert told["pendahuluan.ruang_lingkup"].endswith("baik tatap muka maupun daring.")
    gone = (Akun("FB", "KPU", aktif_sampai=date(2023, 6, 30)), Akun("YouTube", "KPU", aktif_sejak=date(2023, 10, 1)))
    told = texts(rekap_of("kabupaten", Periode("triwulan", 3, 2023), akun=gone))
    assert told["pendahuluan.ruang_lingkup"].endswith("baik tatap muka maupun daring.")


def test_a_period_that_still_runs_names_its_cut_off_and_freezes_without_it() -> None:
    early, late = (rekap_of("kabupaten", QUARTERS[1], batas=date(2022, 6, day)) for day in (20, 21))
    assert early.naskah == late.naskah
    assert texts(early)["pendahuluan.isi_laporan"].startswith(
        "Laporan ini memuat kegiatan kehumasan KPU Kabupaten Sukamaju selama bulan April s/d Juni 2022, dengan data "
        "sampai dengan tanggal 20 Juni 2022. "
    )


def test_an_own_text_stands_with_its_variables_filled_in() -> None:
    own = {"penutup.sikap": "Sikap di {wilayah}.\n\n{lain}", "pendahuluan.peran_butir": "satu;\ndua."}
    rekap = naskah.written(REKAP, Office("kota"), own)
    told = texts(rekap)
    assert told["penutup.sikap"] == "Sikap di Kabupaten Sukamaju.\n\n{lain}"
    assert told["pendahuluan.peran_butir"] == "satu;\ndua."
    assert {f"{one.bab}.{one.kunci}" for one in rekap.naskah if one.sendiri} == set(own)


@pytest.mark.parametrize("salam", GREETINGS)
def test_a_greeting_is_of_one_belief(salam: str) -> None:
    told = {one: naskah.written(REKAP, Office("kota", salam=one), {}).naskah[2].teks for one in GREETINGS}
    words = {
        "umum": "hadirat Tuhan Yang Maha Esa. Berkat rahmat",
        "islam": "Allah SWT",
        "kristen": "Tuhan Yesus Kristus",
        "katolik": "Tritunggal Mahakudus",
        "hindu": "Om Swastyastu",
        "buddha": "Namo Buddhaya",
        "khonghucu": "*Wei De Dong Tian*",
    }
    assert [one for one in GREETINGS if words[salam] in told[one]] == [salam]


def test_every_variable_has_its_value_and_every_value_is_a_variable() -> None:
    assert {*naskah.values(REKAP, Office("kota")), *prosa.of_period(REKAP)} == set(VARIABLES)
    used = {name for one in passages() for v in one.variants for name in re.findall(r"\{(\w+)\}", v.teks)}
    assert used == set(VARIABLES)


def test_an_own_text_holds_from_its_report_on_or_in_it_alone(database: Database, office: int) -> None:
    with database.transaction() as session:
        it = here(session, session.get_one(Satker, office))
        for kode, hanya, teks in (
            ("2022-TW2", False, "Mulai."),
            ("2022-TW3", True, "Hanya."),
            ("2022-TW4", False, None),
            ("2023-TW1", False, ""),
        ):
            periode = Periode.of_kode(kode)
            rows.row_for(it, "penutup.sikap", kode, periode.mulai, hanya=hanya).teks = teks
        kodes = ("2022-TW1", "2022-TW2", "2022-TW3", "2022-TW4", "2022", "2023-TW1", "2023-S1")
        told = {kode: rows.standing(it, kode, Periode.of_kode(kode).selesai) for kode in kodes}
    assert {kode: [row.teks for row in found.values()] for kode, found in told.items()} == {
        "2022-TW1": [],
        "2022-TW2": ["Mulai."],
        "2022-TW3": ["Hanya."],
        "2022-TW4": ["Mulai."],
        "2022": ["Mulai."],
        "2023-TW1": [""],
        "2023-S1": [""],
    }


def test_a_made_report_keeps_its_passages(database: Database, office: int) -> None:
    with database.transaction() as session:
        satker = session.get_one(Satker, office)
        it, period = here(session, satker), Periode.of_kode("2022-TW2")
        made = freeze(gather.gather(it, period, date(2022, 6, 30)))
        rows.row_for(it, "penutup.sikap", period.kode, period.mulai, hanya=False).teks = "Baru."
        satker.tingkat, satker.salam, satker.nama = "provinsi", "buddha", "KPU Provinsi Jawa Timur"
        now = texts(gather.gather(it, period, date(2022, 6, 30)))
    before = texts(thaw(Rekap, made))
    assert (before["penutup.sikap"][:16], now["penutup.sikap"]) == ("Keadaan tersebut", "Baru.")
    assert before["kata_pengantar.pembuka"].startswith("Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa.")
    assert now["kata_pengantar.pembuka"].startswith("Namo Buddhaya.")
    assert "KPU Provinsi Jawa Timur" not in "".join(before.values())


@pytest.mark.parametrize(
    ("facts", "sebutan"),
    [
        ({"kode": "3574", "nama": "KPU Kota Probolinggo"}, "KPU"),
        ({"kode": "1173", "nama": "KPU Kota Langsa"}, "KIP"),
        ({"kode": "11", "nama": "KIP Aceh"}, "KIP"),
        ({"kode": "baru1", "nama": "KIP Kota Langsa"}, "KIP"),
        ({"kode": "0", "nama": "Kantor", "lembaga": "Komisi Independen Pemilihan"}, "KIP"),
        ({"kode": "0", "nama": "KIPAS", "lembaga": "KOMISI PEMILIHAN UMUM"}, "KPU"),
    ],
)
def test_what_an_office_is_called(facts: dict[str, str], sebutan: str) -> None:
    assert Satker(**({"lembaga": ""} | facts)).sebutan == sebutan
