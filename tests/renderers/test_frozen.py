"""Figures as they are frozen: what comes back, also of older ones."""

import json
from dataclasses import replace

from pydantic import TypeAdapter

from renderers.figures import Cell, Jumlah, Kegiatan, Kolase, Rekap, TanpaTautan, Tautan
from renderers.frozen import freeze, thaw
from tests.renderers.rekaps import AGUSTUS, JULI, KOSONG, REKAP, SATKER

PEKAN = Kolase("KPU", "Sukamaju", ("a", "b"), "Kegiatan", "Pekan", "", (Cell("f.jpg", "Apel", "Senin"),), "laman", ())
FULL = replace(
    REKAP,
    kolase=(PEKAN,),
    kegiatan=(Kegiatan("Apel", JULI, AGUSTUS, "Halaman", ("a.jpg", "b.jpg")),),
    tautan=(Tautan(JULI, False, "Foto Berita", "Judul", (("IG", "https://x/1"), ("FB", "https://y/2"))),),
    tanpa_tautan=(TanpaTautan(JULI, 3, 9),),
    kini=Jumlah("Triwulan III 2023", 1, 2, 3, 4, 5, 6),
    narasi={"akun": "Alinea."},
)


def frozen(rekap: Rekap) -> dict[str, object]:
    data: dict[str, object] = json.loads(TypeAdapter(Rekap).dump_json(rekap))
    return data


def test_what_was_frozen_comes_back_equal() -> None:
    for rekap in (FULL, REKAP, KOSONG):
        assert freeze(rekap) == frozen(rekap)
        assert thaw(Rekap, frozen(rekap)) == rekap == TypeAdapter(Rekap).validate_python(frozen(rekap))


def test_reports_frozen_before_a_field_came_take_its_default() -> None:
    older = {name: value for name, value in frozen(FULL).items() if name not in {"tautan", "kini", "narasi"}}
    assert thaw(Rekap, older) == replace(FULL, tautan=(), kini=None, narasi={})


def test_a_name_that_is_gone_is_passed_over() -> None:
    assert thaw(type(SATKER), {**frozen(REKAP)["satker"], "faksimile": "1"}) == SATKER  # type: ignore[dict-item]
