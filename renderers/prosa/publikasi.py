"""The paragraphs of BAB IV in figures: the peak, the accounts that made it, the period before; reasons are people's."""

from collections.abc import Sequence
from dataclasses import replace

from renderers.changes import Change, change_between, ended, largest_change, month_before, month_over, months_begun
from renderers.figures import Evaluasi, Rekap
from renderers.indonesian import angka, bulan, daftar, quotient, tanggal
from renderers.prosa.period import as_sentence, month_list, period_over, period_words

_SUBJECT = "Publikasi informasi melalui media sosial"


def narasi(rekap: Rekap) -> str:
    rows = rekap.evaluasi
    if not any(row.publikasi or row.website for row in rows):
        return _closed(
            rekap, f"Selama {period_words(rekap.periode, rekap.batas).sampai} tidak ada publikasi yang tercatat."
        )
    parts = (_peak(rekap), _rise(rekap), _largest_change(rekap), _website(rekap), _total(rekap), _prompt(rekap))
    return _closed(rekap, " ".join(part for part in parts if part))


def _closed(rekap: Rekap, text: str) -> str:
    """The text, and below it in a paragraph of its own the reason that somebody wrote."""
    return "\n".join(part for part in (text, as_sentence(rekap.narasi.get("sebab", ""))) if part)


def peaks(rekap: Rekap) -> list[Evaluasi]:
    rows = months_begun(rekap)
    top = max(row.publikasi for row in rows)
    return [row for row in rows if row.publikasi == top]


def _peak(rekap: Rekap) -> str:
    top, rows = peaks(rekap), months_begun(rekap)
    most = top[0].publikasi
    if not most:
        return f"Tidak ada p{_SUBJECT[1:]}."
    if len(rows) == 1:
        return f"{_SUBJECT} pada bulan {bulan(top[0].bulan)} berjumlah {angka(most)}."
    if len(top) == len(rows):
        return f"{_SUBJECT} setiap bulan sama banyaknya, yaitu {angka(most)}."
    low = _lowest(rekap, most)
    lowest = f", dan terendah pada bulan {_in_months(low)}" if low else ""
    if low and not low[0].publikasi:
        lowest = f", sedangkan pada bulan {month_list([row.bulan for row in low])} tidak ada publikasi"
    return f"{_SUBJECT} mencapai angka tertinggi pada bulan {_in_months(top)}{lowest}."


def _lowest(rekap: Rekap, most: int) -> list[Evaluasi]:
    """The lowest of the months that are over; a running month may still grow."""
    over = [row for row in months_begun(rekap) if month_over(rekap, row.bulan)]
    low = min((row.publikasi for row in over), default=most)
    return [row for row in over if row.publikasi == low < most]


def _in_months(rows: Sequence[Evaluasi]) -> str:
    each = "masing-masing " if len(rows) > 1 else ""
    return f"{month_list([row.bulan for row in rows])}, yaitu {each}{angka(rows[0].publikasi)}"


def _rise(rekap: Rekap) -> str:
    """The month of the peak against the month before it, account by account."""
    change = _to_the_peak(rekap)
    if change is None:
        return ""
    before = f"{bulan(change.before.bulan)} ({angka(change.before.publikasi)})"
    if change.one_account and change.main:
        return f"Kenaikan dari bulan {before} seluruhnya terjadi pada {change.main[0]}."
    gone = [p for p, *_ in change.accounts if ended(rekap, p, change.now.bulan)]
    ups = [f"{p} ({angka(old)} menjadi {angka(new)})" for p, old, new in change.accounts if new > old]
    downs = [
        f"{p} menurun ({angka(old)} menjadi {angka(new)})"
        for p, old, new in change.accounts
        if new < old and p not in gone
    ]
    against = f", sedangkan {daftar(downs)}" if downs else ""
    return f"Dibandingkan dengan bulan {before}, kenaikan terjadi pada {daftar(ups)}{against}." if ups else ""


def _to_the_peak(rekap: Rekap) -> Change | None:
    known = {row.bulan: row for row in rekap.evaluasi}
    top = peaks(rekap)[0]
    before = known.get(month_before(top.bulan))
    return change_between(rekap, before, top) if before and before.publikasi < top.publikasi else None


def _largest_change(rekap: Rekap) -> str:
    """The largest change between months of the table, unless it was the one to the peak."""
    change, peak = largest_change(replace(rekap, sebelumnya=None)), _to_the_peak(rekap)
    if change is None or (peak and peak.accounts and peak.now == change.now):
        return ""
    way = "naik" if change.difference > 0 else "turun"
    when = f"dari bulan {bulan(change.before.bulan)} ke bulan {bulan(change.now.bulan)}"
    told = f"yaitu {way} dari {angka(change.before.publikasi)} menjadi {angka(change.now.publikasi)}"
    driver = _driver(rekap, change)
    return f"Selama {period_words(rekap.periode).sebutan} perubahan terbesar antarbulan terjadi {when}, {told}{driver}."


def _driver(rekap: Rekap, change: Change) -> str:
    """The account that changed most, unless it has none before or after to be compared with."""
    most = change.main
    if most is None:
        return ""
    if ended(rekap, most[0], change.now.bulan):
        return f", sejak akun {most[0]} tidak lagi dikelola"
    if change.one_account:
        return f", seluruhnya pada {most[0]}"
    return f", terutama pada {most[0]} ({angka(most[1])} menjadi {angka(most[2])})"


def _website(rekap: Rekap) -> str:
    rows = months_begun(rekap)
    top = max(row.website for row in rows)
    if not top:
        return "Tidak ada tautan berita laman yang dipublikasikan."
    site = f"laman {rekap.satker.website or rekap.satker.nama}"
    months = [row.bulan for row in rows if row.website == top]
    each = "masing-masing " if len(months) > 1 else ""
    return f"Berita pada {site} paling banyak pada bulan {month_list(months)}, yaitu {each}{angka(top)}."


def _prompt(rekap: Rekap) -> str:
    """How promptly the office records, where it wants that told."""
    one = rekap.ketepatan
    if one is None:
        return ""
    percent = quotient(one.sehari * 100, one.kegiatan or 1)
    share = f"{angka(one.sehari)} dari {angka(one.kegiatan)} kegiatan ({percent}"
    told = [f"Sebanyak {share} persen) dicatat pada hari pelaksanaannya."] if one.kegiatan else []
    if one.pekan and not one.kosong:
        told.append(f"Setiap pekan dari {angka(one.pekan)} pekan ada konten yang dimuat.")
    elif one.pekan:
        told.append(f"Dari {angka(one.pekan)} pekan, {angka(one.kosong)} pekan tanpa konten, yaitu {one.mana}.")
    return " ".join(told)


def _total(rekap: Rekap) -> str:
    words, inside = period_words(rekap.periode), [row for row in rekap.evaluasi if row.bulan in rekap.periode.bulan]
    if len(inside) != len(rekap.periode.bulan) or len(inside) == 1:
        return ""
    counted = [row.publikasi for row in months_begun(rekap) if row in inside]
    # The summands are told only for cumulative tables, because the row JUMLAH of any other table tells the same.
    parts = f" ({' + '.join(map(angka, counted))})" if words.kumulatif and len(counted) > 1 else ""
    until = "" if period_over(rekap.periode, rekap.batas) else f" sampai dengan tanggal {tanggal(rekap.batas)}"
    total = sum(counted)
    told = f"publikasi media sosial seluruhnya berjumlah {angka(total)}{parts}{_against_before(rekap, total)}"
    return f"Selama {words.sebutan}{until} {told}."


def _against_before(rekap: Rekap, total: int) -> str:
    """The total against that of the period before, where this one is over and the report shows both."""
    before = sum(row.publikasi for row in rekap.sebelumnya or ())
    if not before or not rekap.dulu or not period_over(rekap.periode, rekap.batas):
        return ""
    if total == before:
        return f", sama dengan {rekap.dulu.sebutan}"
    way = "lebih banyak" if total > before else "lebih sedikit"
    change = abs(total - before)
    percent = quotient(change * 100, before)
    share = f"{angka(change)} atau {f'{angka(percent)} persen' if percent else 'kurang dari 1 persen'}"
    return f", {way} {share} daripada {rekap.dulu.sebutan} ({angka(before)})"
