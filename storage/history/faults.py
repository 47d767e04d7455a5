"""What is wrong with a file of an office, each fault with its place, in the words of who wrote the file."""

from collections.abc import Iterator, Mapping, Sequence

from pydantic import ValidationError
from pydantic_core import ErrorDetails

_MOST, _SHOWN = 12, 60
# By the kind of fault as pydantic names it; a kind that is missing here is told by the value alone.
_TOLD: Mapping[str, str] = {
    "missing": "belum diisi",
    "extra_forbidden": "nama isian ini tidak dikenal",
    "date_from_datetime_parsing": "bukan tanggal; tulis seperti 2022-04-18",
    "date_parsing": "bukan tanggal; tulis seperti 2022-04-18",
    "date_type": "bukan tanggal; tulis seperti 2022-04-18",
    "time_parsing": "bukan jam; tulis seperti 16:00",
    "time_type": "bukan jam; tulis seperti 16:00",
    "string_type": "harus berupa teks dalam tanda petik",
    "string_too_short": "tidak boleh kosong",
    "too_short": "harus memuat sekurang-kurangnya satu",
    "int_type": "harus berupa angka tanpa tanda petik",
    "int_parsing_size": "angkanya terlalu besar",
    "greater_than_equal": "tidak boleh kurang dari {ge}",
    "less_than_equal": "tidak boleh lebih dari {le}",
    "bool_type": "hanya true atau false",
    "literal_error": "hanya {expected}",
    "enum": "hanya {expected}",
    "tuple_type": "harus berupa daftar dalam kurung siku",
    "dict_type": "harus berupa isian dalam kurung kurawal",
    "model_type": "harus berupa isian dalam kurung kurawal",
    "json_invalid": "berkas ini bukan JSON yang utuh, kemungkinan ada koma, petik, atau kurung yang kurang",
}
_UNTOLD = "tidak dapat dibaca"


class Faulty(Exception):  # noqa: N818  (a property of the file)
    """A file that does not fit; the message has a line for each fault, the first dozen of them."""


def faulty(error: ValidationError) -> Faulty:
    found = list(_own(error.errors(include_url=False)))
    lines = [_line(one) for one in found[:_MOST]]
    more = len(found) - _MOST
    return Faulty("\n".join([*lines, *([f"dan {more} kesalahan lagi"] if more > 0 else [])]))


def _own(faults: Sequence[ErrorDetails]) -> Iterator[ErrorDetails]:
    """The faults without those that only follow from a fault within them or beside them."""
    places = [fault["loc"] for fault in faults]
    for fault in faults:
        inside = any(other[: len(fault["loc"])] == fault["loc"] != other for other in places)
        if not inside and fault["type"] != "default_factory_not_called":
            yield fault


def _line(fault: ErrorDetails) -> str:
    place, told = _place(fault["loc"]), _sentence(fault)
    return f"{place}: {told}." if place else f"{told[0].upper()}{told[1:]}."


def _place(path: Sequence[str | int]) -> str:
    """("kegiatan", 0, "mulai") → "kegiatan ke-1, mulai"; a key of a list is told by itself."""
    parts: list[str] = []
    for step in path:
        if isinstance(step, int):
            parts[-1:] = [f"{parts[-1]} ke-{step + 1}"] if parts else [f"ke-{step + 1}"]
        elif step != "[key]":
            parts.append(step)
    return ", ".join(parts)


def _sentence(fault: ErrorDetails) -> str:
    if fault["type"] == "value_error":
        return fault["msg"].removeprefix("Value error, ")
    context = {key: str(value).replace(" or ", " atau ") for key, value in fault.get("ctx", {}).items()}
    told = _TOLD.get(fault["type"], _UNTOLD).format_map(context)
    return f"“{_shown(fault['input'])}” {told}" if isinstance(fault["input"], str | int) and _is_quoted(fault) else told


def _is_quoted(fault: ErrorDetails) -> bool:
    return fault["type"] not in {"missing", "extra_forbidden", "json_invalid", "string_too_short"}


def _shown(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
