"""Platforms as people name and link them: words, and pasted links -> the one code that names the content."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from storage.catatan.konten import PLATFORM

# As people read them.
NAMA = {"IG": "Instagram", "FB": "Facebook", "Twitter": "X", "TikTok": "TikTok", "YouTube": "YouTube"}
SEMUA = ", ".join(dict.fromkeys([*NAMA.values(), *(NAMA.get(p, p) for p in PLATFORM)]))
# What they call a platform, in small letters.
SEBUTAN = {p.casefold(): p for p in PLATFORM} | {
    "instagram": "IG",
    "x": "Twitter",
    "facebook": "FB",
    "yt": "YouTube",
    "tik tok": "TikTok",
}
_URL = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}/[^\s<>\"“”]+", re.IGNORECASE)
_SISA = " ,;:-–|"
_AKHIR = ".,;:!?)]}*_'’…"


@dataclass(frozen=True)
class Tautan:
    """`kode` is the same for every way of writing the same link."""

    platform: str
    url: str
    kode: str


@dataclass(frozen=True)
class _Alamat:
    host: str
    path: str
    query: dict[str, str]


_FACEBOOK = re.compile(
    r"/(?:(?:share|groups)/.+|reel/\d+|(?!share|groups|reel)[^/]+/(?:posts|videos|photos|reels?)/.+)"
)
_POLA = (
    (
        "IG",
        r"(?:www\.|m\.)?instagram\.com",
        r"(?:/[\w.]+)?/(?:p|reels?|tv)/([\w-]+)",
        "https://www.instagram.com/p/{}/",
    ),
    ("Twitter", r"(?:www\.|mobile\.|m\.)?(?:twitter|x)\.com", r"/[\w/]+/status/(\d+)", "https://x.com/i/status/{}"),
    ("TikTok", r"(?:www\.|m\.)?tiktok\.com", r"/@[\w.-]+/(?:video|photo)/(\d+)", ""),
    ("TikTok", r"(?:vt|vm)\.tiktok\.com", r"/(\w+)", ""),
    ("TikTok", r"(?:www\.)?tiktok\.com", r"/t/(\w+)", ""),
    ("YouTube", r"youtu\.be", r"/([\w-]{6,})", "https://youtu.be/{}"),
    ("YouTube", r"(?:www\.|m\.)?youtube\.com", r"/(?:shorts|live|embed)/([\w-]{6,})", "https://youtu.be/{}"),
    ("FB", r"fb\.watch", r"/([\w-]+)", ""),
)


def _dari_pola(alamat: _Alamat) -> Tautan | None:
    for platform, host, path, url in _POLA:
        if re.fullmatch(host, alamat.host) and (cocok := re.match(path, alamat.path)):
            return Tautan(platform, url.format(cocok[1]) if url else _bersih(alamat), f"{platform}:{cocok[1]}")
    return None


def _youtube(alamat: _Alamat) -> Tautan | None:
    video = alamat.query.get("v")
    if not video or not re.fullmatch(r"(?:www\.|m\.)?youtube\.com", alamat.host) or alamat.path.rstrip("/") != "/watch":
        return None
    return Tautan("YouTube", f"https://youtu.be/{video}", f"YouTube:{video}")


def _facebook(alamat: _Alamat) -> Tautan | None:
    if not re.fullmatch(r"(?:[\w-]+\.)?(?:facebook|fb)\.com", alamat.host):
        return None
    for nama in ("story_fbid", "fbid", "v"):
        if nilai := alamat.query.get(nama):
            pemilik = f"&id={alamat.query['id']}" if "id" in alamat.query else ""
            return Tautan("FB", f"https://www.facebook.com{alamat.path}?{nama}={nilai}{pemilik}", f"FB:{nilai}")
    path = alamat.path.rstrip("/")
    # The last part is the number or pfbid; the words before it change with the page's name.
    return (
        Tautan("FB", f"https://www.facebook.com{path}", f"FB:{path.split('/')[-1]}") if _FACEBOOK.match(path) else None
    )


def _website(alamat: _Alamat) -> Tautan | None:
    path = re.sub(r"^/index\.php(?=/)", "", alamat.path).rstrip("/")
    if not alamat.host.endswith(".kpu.go.id") or not path:
        return None
    host = alamat.host.removeprefix("www.")
    nomor = f"?p={alamat.query['p']}" if "p" in alamat.query else ""
    return Tautan("Website", f"https://{host}{alamat.path}{nomor}", f"Website:{host}{path}{nomor}")


_PEMBACA: tuple[Callable[[_Alamat], Tautan | None], ...] = (_dari_pola, _youtube, _facebook, _website)


def _bersih(alamat: _Alamat) -> str:
    return f"https://{alamat.host}{alamat.path}"


def _alamat(url: str) -> _Alamat | None:
    try:
        bagian = urlsplit(url if "://" in url else f"https://{url}")
    except ValueError:  # "https://[x/" is no address
        return None
    query = {nama: nilai[0] for nama, nilai in parse_qs(bagian.query).items()}
    return _Alamat((bagian.hostname or "").casefold(), bagian.path, query)


def _baca(url: str) -> Tautan | None:
    alamat = _alamat(url)
    return next((hasil for baca in _PEMBACA if alamat and (hasil := baca(alamat))), None)


def find_tautan(text: str) -> tuple[tuple[Tautan, ...], str]:
    """The links of known platforms, each content once, and what remains of the text."""
    ditemukan: dict[str, Tautan] = {}
    sisa = text
    for cocok in _URL.finditer(text):
        url = cocok[0].rstrip(_AKHIR)
        if hasil := _baca(url):
            ditemukan.setdefault(hasil.kode, hasil)
            sisa = sisa.replace(url, " ", 1)
    baris = (re.sub(r"\s+", " ", b).strip(_SISA) for b in sisa.splitlines())
    return tuple(ditemukan.values()), "\n".join(b for b in baris if b)


def tautan(text: str) -> tuple[Tautan, ...]:
    return find_tautan(text)[0]


_RUMAH = (*((platform, host) for platform, host, *_ in _POLA), ("FB", r"(?:[\w-]+\.)?(?:facebook|fb)\.(?:com|me)"))


def platform_of(host: str) -> str:
    """The platform that is at home there; empty for any other place."""
    return next((platform for platform, known in _RUMAH if re.fullmatch(known, host)), "")
