"""Days that are told by a feast or a memorial day: "sebelum natal", "habis lebaran", "pas HUT RI"."""

import re
from datetime import date, timedelta

from handlers.reading.dates.calendar import NUMBER, is_holiday, latest
from handlers.reading.dates.forms import Days, Meaning
from handlers.reading.dates.vague.spells import Reader, asked
from handlers.reading.dates.wordings import YESTERDAY, unnamed

# Those that have a day of the year.
_FIXED = (
    (1, 1, r"tahun\s+baru(?!\s+(?:imlek|islam|saka|hijriah|hijriyah|jawa))"),
    (
        17,
        8,
        r"17[\s-]?an|tujuh\s?belasan|agustusan|(?:hari\s+)?kemerdekaan|hut\s+(?:ke-?\s?\d+\s+)?ri|hut\s+kemerdekaan",
    ),
    (25, 12, r"natal"),
)
_OTHERS = (
    r"lebaran(?:\s+haji)?|idul\s?fitri|idul\s?adha|iduladha|idulfitri|kurban|qurban|puasa|(?:bulan\s+)?ramad(?:h)?an"
    r"|nyepi|waisak|imlek|cap\s+go\s+meh|galungan|kuningan|saraswati|paskah|jum['’]?at\s+agung|pentakosta|maulid(?:an)?"
    r"|mulud(?:an)?|isra['’]?(?:\s+dan)?\s*mi['’]?raj|cuti\s+bersama|tahun\s+baru|sumpah\s+pemuda|kesaktian\s+pancasila"
    r"|(?:hut\s+(?:ke-?\s?\d+\s+)?|hari\s+jadi\s+)(?:kota|kabupaten|kab|provinsi)(?:\s+(?-i:[A-Z])\w+){0,2}"
    r"|hut\s+(?:ke-?\s?\d+\s+)?(?:kantor|kpu|bawaslu|tni|polri|korpri|bhayangkara|pgri|pramuka)"
    r"|hari\s+(?:ibu|guru|santri|pahlawan|kartini|buruh|pancasila|bhayangkara|anak|disabilitas|lingkungan\s+hidup)"
)
_WITH_A_DAY = "|".join(name for *_, name in _FIXED)
FEAST = rf"(?:(?:(?:hari|malam)\s+(?:raya\s+)?)?(?:{_WITH_A_DAY}|{_OTHERS})(?:\s+ke-?\s?\d+)?)"
_PAST = rf"(?:{YESTERDAY})"
# "Natal kemarin" is the last one.
_LAST = (
    rf"(?:\s+(?:(?:yang|yg)\s+)?(?P<last>{_PAST}(?!\s+(?:lusa|dulu|dolo)\b)|lalu|(?:tahun|thn)\s+(?:ini|lalu|{_PAST})))"
)
_BESIDE = r"(?:(?:acara|upacara|di|pada|hari|libur(?:an)?|bulan|malam|momen|perayaan|peringatan)\s+){0,2}"
_ON = r"(?P<on>(?:pada\s+)?(?:pas|saat|waktu|wkt|wktu|ketika))"
_COUNT = rf"(?:(?:se|\d\d?\s*|(?:{NUMBER})\s+)(?:hari|hr|minggu|mgg|pekan|bulan)\s+)?"
_ABOUT = (
    rf"(?:{_COUNT}(?:(?:se)?h?abis|sebelum|sblm|selepas|sebelom)|dekat|deket|mendekati|sekitar|seputar"
    r"|selama|sepanjang|musim)"
)
_AFTER = rf"{_COUNT}(?:setelah|stlh|sesudah|selesai|usai|seusai|pasca)"
_TOWARDS = r"(?P<towards>(?:men)?jelang|jlg)"


def _feast(found: re.Match[str], today: date) -> Meaning:
    days = [latest(day, month, today) for day, month, name in _FIXED if re.search(name, found[0], re.IGNORECASE)]
    groups = found.groupdict()
    if groups.get("on") and (today in days or (not days and is_holiday(today))):
        return Meaning(Days.on(today))
    yesterday = [today - timedelta(days=1)] if re.fullmatch(YESTERDAY, groups.get("last") or "", re.IGNORECASE) else []
    offered = yesterday or (days if groups.get("on") else [today] if groups.get("towards") else [])
    return asked(found[0], *map(Days.on, offered))


# These tell the day wherever they stand; the others only where they lead, else they are of a name: "pengamanan jelang
# natal".
FEASTS: tuple[tuple[str, Reader], ...] = ((rf"(?:{_ON}|{_ABOUT})\s+{_BESIDE}{FEAST}{_LAST}?", _feast),)
AROUND: tuple[tuple[str, Reader], ...] = ((rf"(?:{_TOWARDS}|{_AFTER})\s+{_BESIDE}{FEAST}{_LAST}?", _feast),)
_ELECTION = r"(?:hari\s+)?(?:pemilu|pilkada|pilpres|pileg|pemilihan|pemungutan\s+suara|pencoblosan|coblosan|hari\s+h)"
_YEAR = rf"(?:tahun|thn)\s+(?:(?:yang|yg)\s+)?(?:lalu|silam|{_PAST})"
_LEADING = (
    rf"(?:(?:bulan|libur(?:an)?|cuti|malam)\s+)?{FEAST}{_LAST}|malam\s+takbiran"
    rf"|(?:{_ON}|{_ABOUT}|{_TOWARDS}|{_AFTER})\s+{_ELECTION}"
    rf"|(?:awal|pertengahan|akhir)\s+(?:{_YEAR}|(?:tahun|thn)(?:\s+ini)?)|{_YEAR}"
)
LEADING: tuple[tuple[str, Reader], ...] = ((_LEADING, _feast),)
# They are no day but where a clause begins: "evaluasi akhir tahun".
ONLY_LEADING = re.compile(unnamed(_LEADING), re.IGNORECASE)
_LEADS = re.compile(r"(?:^|[.,;:!\n])[^\w.,;:!\n]*$")


# In the midst of a clause it says what was prepared.
TOWARDS = re.compile(rf"(?:{_TOWARDS})\b", re.IGNORECASE)


def leads(before: str) -> bool:
    """Whether a clause begins behind these letters."""
    return bool(_LEADS.search(before))
