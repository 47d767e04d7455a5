"""Days that are told by a feast or a memorial day: "sebelum natal", "habis lebaran", "pas HUT RI"."""

import re
from datetime import date, timedelta

from handlers.reading.dates.calendar import is_holiday, latest
from handlers.reading.dates.forms import Days, Meaning
from handlers.reading.dates.vague.spells import Reader, asked
from handlers.reading.dates.wordings import YESTERDAY

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
    r"|hut\s+(?:ke-?\s?\d+\s+)?(?:tni|polri|korpri|bhayangkara|pgri|pramuka)"
    r"|hari\s+(?:ibu|guru|santri|pahlawan|kartini|buruh|pancasila|bhayangkara|anak|disabilitas|lingkungan\s+hidup)"
)
_WITH_A_DAY = "|".join(name for *_, name in _FIXED)
FEAST = rf"(?:(?:(?:hari|malam)\s+(?:raya\s+)?)?(?:{_WITH_A_DAY}|{_OTHERS})(?:\s+ke-?\s?\d+)?)"
# "Natal kemarin" is the last one.
_LAST = rf"(?:\s+(?:(?:yang|yg)\s+)?(?P<last>{YESTERDAY}|lalu|(?:tahun|thn)\s+(?:ini|lalu|{YESTERDAY})))?"
_BESIDE = r"(?:(?:acara|di|pada|hari|libur(?:an)?|bulan|malam|momen|perayaan|peringatan)\s+){0,2}"
_ON = r"(?P<on>(?:pada\s+)?(?:pas|saat|waktu|wkt|wktu|ketika))"
_ABOUT = r"(?:(?:se)?h?abis|sebelum|sblm|selepas|sehari\s+sebelum|dekat|deket|mendekati|sekitar|seputar)"
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
FEASTS: tuple[tuple[str, Reader], ...] = ((rf"(?:{_ON}|{_ABOUT})\s+{_BESIDE}{FEAST}{_LAST}", _feast),)
AROUND: tuple[tuple[str, Reader], ...] = (
    (rf"(?:{_TOWARDS}|setelah|stlh|sesudah|selesai|usai|seusai|pasca)\s+{_BESIDE}{FEAST}{_LAST}", _feast),
)
_LEADS = re.compile(r"(?:^|[.,;:!\n])[^\w.,;:!\n]*$")


# In the midst of a clause it says what was prepared.
TOWARDS = re.compile(rf"(?:{_TOWARDS})\b", re.IGNORECASE)


def leads(before: str) -> bool:
    """Whether a clause begins behind these letters."""
    return bool(_LEADS.search(before))
