"""Six offices that never were, of every tier and habit, as the files of `bot load` that they would write."""

import json
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from storage.history.file import History, read

YEARS = range(2022, 2033)
_PARTNERS = (("pemerintah", "Bawaslu {}"), ("nonpemerintah", "GP Ansor {}"), ("pemerintah", "Polres {}"))
_LAW = ("UU 14/2008", "UU 7/2017", "PKPU 1/2015", "PKPU 22/2023", "PKPU 3/2022")


def _satker(kode: str, nama: str, tingkat: str, tempat: str, **more: Any) -> dict[str, Any]:
    return {
        "kode": kode,
        "nama": nama,
        "tingkat": tingkat,
        "tempat": tempat.upper(),
        "wilayah": tempat,
        "kota": tempat.rsplit(maxsplit=1)[-1],
        "platform_bawaan": ["IG"],
        **more,
    }


def _signers(names: tuple[str, ...]) -> list[dict[str, str]]:
    """Each signs for some years and is followed by the next, the third one as an acting one."""
    spans = (("2022-01-01", "2024-01-31"), ("2024-02-01", "2028-06-30"), ("2028-07-01", "2032-12-31"))
    said = ("Ketua", "Ketua", "Plt. Ketua")
    return [
        {"tentang": "ketua", "isi": name, "jabatan": jabatan, "berlaku_dari": first, "berlaku_sampai": last}
        for name, jabatan, (first, last) in zip(names, said, spans, strict=True)
    ]


def _kegiatan(place: str) -> list[dict[str, Any]]:
    """Two a quarter, one of them over its end."""
    rows = []
    for year in YEARS:
        for n, month in enumerate((3, 6, 9, 12)):
            sektor, instansi = _PARTNERS[n % 3]
            told = {"sektor": sektor, "instansi": instansi.format(place), "uraian": "Audiensi", "pelapor": "SITI"}
            rows.append({"nama": "Audiensi", "mulai": f"{year}-{month:02}-08", "keterangan": "Data pemilih", **told})
            rows.append({"nama": "Rapat Pleno Rutin", "mulai": f"{year}-{month:02}-10", "pelapor": "SITI"})
    return rows


def _hitungan(platforms: dict[str, tuple[int, int]]) -> list[dict[str, Any]]:
    """`platforms`: each with the first and the last month on which it is filled, as YYYYMM."""
    found = []
    for year in YEARS:
        for month in (2, 5, 8, 11):
            on = {p: 3 + month for p, (first, last) in platforms.items() if first <= year * 100 + month <= last}
            if on:
                found.append({"bulan": f"{year}-{month:02}", "jenis": "Foto Berita", "jumlah": on})
    return found


def office(satker: dict[str, Any], names: tuple[str, ...], akun: list[dict[str, Any]], **more: Any) -> History:
    place = satker["wilayah"]
    filled = {a["platform"]: (_month(a, "aktif_sejak", 202201), _month(a, "aktif_sampai", 203212)) for a in akun}
    whole = {
        "satker": satker,
        "akun": akun,
        "anggota": [{"nama": "SITI", "jabatan_kedinasan": "Staf", "jabatan_tim": "Anggota", "role": "anggota"}],
        "dasar_hukum": [{"nasional": kunci} for kunci in _LAW],
        "keputusan": [{"jenis": "SK", "nomor": f"{y - 2020}/HK/{y}", "tanggal": f"{y}-01-05"} for y in YEARS],
        "kegiatan": _kegiatan(place),
        "hitungan": _hitungan(filled),
        "fakta": _signers(names),
        **more,
    }
    with NamedTemporaryFile(suffix=".json") as file:
        Path(file.name).write_text(json.dumps(whole), "utf-8")
        return read(Path(file.name))


def _month(akun: dict[str, Any], end: str, otherwise: int) -> int:
    return int(akun[end][:7].replace("-", "")) if end in akun else otherwise


def _akun(platform: str, nama: str, **more: Any) -> dict[str, Any]:
    return {"platform": platform, "nama": nama, "dihitung": True, **more}


def golden() -> dict[str, History]:
    """The offices by a name for each."""
    facts = {"zona": "Asia/Makassar", "provinsi": "Sulawesi Utara", "alamat": "Jalan Trans", "salam": "kristen"}
    bolmut = _satker(
        "7108",
        "KPU Kabupaten Bolaang Mongondow Utara",
        "kabupaten",
        "Kabupaten Bolaang Mongondow Utara",
        atasan="KPU Provinsi Sulawesi Utara",
        kota_atasan="Manado",
        **facts,
    )
    kediri = _satker(
        "3571",
        "KPU Kota Kediri",
        "kota",
        "Kota Kediri",
        zona="Asia/Jakarta",
        provinsi="Jawa Timur",
        alamat="Jalan Veteran & Raya <7>",
        atasan="KPU Provinsi Jawa Timur",
        kota_atasan="Surabaya",
        website="kota-kediri.kpu.go.id",
        platform_sendiri={"IG PPID": "IG"},
    )
    papua = _satker(
        "91",
        "KPU Provinsi Papua",
        "provinsi",
        "Provinsi Papua",
        zona="Asia/Jayapura",
        provinsi="Papua",
        atasan="KPU Republik Indonesia",
        kota_atasan="Jakarta",
    )
    bireuen = _satker(
        "1111",
        "KIP Kabupaten Bireuen",
        "kabupaten",
        "Kabupaten Bireuen",
        lembaga="KOMISI INDEPENDEN PEMILIHAN",
        zona="Asia/Jakarta",
        provinsi="Aceh",
        atasan="KIP Aceh",
        kota_atasan="Banda Aceh",
        salam="islam",
    )
    pusat = _satker("00", "KPU Republik Indonesia", "pusat", "Indonesia", zona="Asia/Jakarta", provinsi="DKI Jakarta")
    empty = _satker(
        "5107", "KPU Kabupaten Karangasem", "kabupaten", "Kabupaten Karangasem", zona="Asia/Makassar", provinsi="Bali"
    )
    nothing: dict[str, list[object]] = {"kegiatan": [], "hitungan": [], "fakta": [], "dasar_hukum": [], "keputusan": []}
    return {
        "kabupaten": office(
            bolmut,
            ("JANE WANTAH", "RIFAI PONTOH", "SELVI MOKOGINTA"),
            [
                _akun("FB", "KPU Bolmut", aktif_sampai="2024-08-31"),
                _akun("YouTube", "Bolmut TV", aktif_sejak="2024-08-12"),
            ],
        ),
        "kota": office(
            kediri,
            ("PUSPORINI", "MOCH. WAHYUDI", "NIA SARI"),
            [
                _akun("IG", "kpukediri"),
                _akun("IG PPID", "ppidkediri", aktif_sejak="2023-02-01"),
                _akun("Twitter", "kpu_kediri"),
                _akun("Threads", "kpukediri", aktif_sejak="2023-08-01"),
            ],
        ),
        "provinsi": office(papua, ("STEVE DUMBON", "DIANA SIMBIAK", "YOTAM WAKUM"), [_akun("TikTok", "kpupapua")]),
        "KIP": office(bireuen, ("SAIFUL HADI", "MUNAWAR", "FATIMAH ZAHARA"), [_akun("IG", "kipbireuen")]),
        "pusat": office(pusat, ("HASYIM", "AFIFUDDIN", "MELATI"), [_akun("IG", "kpu_ri"), _akun("YouTube", "KPU RI")]),
        "kosong": office(empty, ("A", "B", "C"), [], **nothing),
    }
