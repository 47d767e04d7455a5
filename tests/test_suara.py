"""One voice: what the bot says, in code, transcripts and pages, keeps to the same words and to the spelling of EYD."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.phone import GUTTER

ROOT = Path(__file__).parent.parent
# What is wrong -> what is said instead.
WORDS = {
    "dulu": "dahulu",
    "jika|kalau|apabila": "bila",
    "klik|ketuk|sentuh|pencet": "tekan",
    "file|upload|download|link|user|password|error|setting|online|offline|update": "an Indonesian word",
    "minggu (?:ini|lalu|depan)|mingguan|seminggu": "pekan",
    "silahkan": "silakan",
    "(?:me|di)rubah": "ubah",
    "kerjasama|terimakasih|tanggungjawab": "two words",
    "antar instansi|non pemerintah": "one word",
    "di(?:atas|bawah|sini|sana|mana|dalam)": "two words",
    "jum['’]at|nopember|pebruari|praktek|aktifitas|resiko|ijin|analisa|jadual|sekedar": "the spelling of KBBI",
    "yg|dgn|utk|tdk|nggak|gak|kamu|aku": "no slang",
    "[Cc]ontoh: ": "Misalnya: ",
    r"pukul \d\d?:\d\d": "16.00",
}
# What people type may be read in any spelling; jenis and tallies have the names that the office gave them.
TYPED = "abbreviations acronyms chatter counts courtesies cues followup hours label_words labels links periods phrases"
TYPED += " known listed plain postings regional removal requests roles spelling story strange talk titles vouched words"
TYPED += " wordings"
NAMES = re.compile(r"(?:promote )?link berita(?: web)?|link \d|bot link|klik kanan|live ig/streaming", re.IGNORECASE)
# The rest of bot/ speaks English, to whoever keeps the server; so does what only a log holds.
SPEAKS = ["handlers/**/*.py", "renderers/**/*.py", "bot/work/drawing/*.py"]
SPEAKS += [f"bot/{room}/*.py" for room in ("intake", "telegram", "whatsapp")]
ENGLISH = {"gate", "structure", "hello", "intake", "listening", "graph", "media"}
# What only a pattern or a line of a log holds.
PATTERN = re.compile(r"\\b|\(\?|\|[a-z]+\||%[sdr]")
FAULTS = {
    # One of the transcripts types them into a name.
    "straight quotes": re.compile(r'"(?!tanda)(?<!tanda")'),
    "three dots": re.compile(r"\.\.\."),
    # "Tanggal: ?" is a field in doubt.
    "a space before a mark": re.compile(r"[^\s│] (?!(?<=: )\?$)[,.;:?!](?:\s|$)"),
    "two spaces": re.compile(r"\S  \S"),
    "anda without its capital": re.compile(r"\banda\b"),
    "a hyphen for a dash": re.compile(r"\w - \w"),
    "a colon within a sentence": re.compile(r"\bmisalnya: "),
    "a command is typed (ketik), an answer written (tulis)": re.compile(r"\b[Tt]ulis (?:misalnya )?/"),
    "a command is a means (dengan), no way (lewat)": re.compile(r"\blewat /"),
    "no comma before the last of three": re.compile(r"\w, \w+ (?:dan|atau) \w+[.;]"),
}


def sayings() -> Iterator[tuple[str, str]]:
    """(where, what) of every sentence in the code."""
    for path in sorted(path for pattern in SPEAKS for path in ROOT.glob(pattern)):
        if path.stem not in {*TYPED.split(), *ENGLISH}:
            for line, said in sentences(ast.parse(path.read_text(encoding="utf-8"))):
                yield f"{path.relative_to(ROOT)}:{line}", said


def sentences(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Texts with a space in them that are no docstring, no pattern and no line of a log."""
    docs = set[int]()
    # A statement is walked before what it holds.
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            docs.add(id(node.value))
        elif isinstance(node, ast.Constant) and id(node) not in docs and _is_said(node.value):
            yield node.lineno, str(node.value)


def _is_said(value: object) -> bool:
    return isinstance(value, str) and " " in value.strip() and not PATTERN.search(value)


def screens() -> Iterator[tuple[str, str]]:
    """What the bot says in the transcripts, line by line."""
    for path in sorted((ROOT / "tests" / "transcripts").glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.startswith(("Bot", GUTTER.rstrip())):
                yield f"{path.name}:{number}", line


def pages() -> Iterator[tuple[str, str]]:
    """Of the pages for people: the documents, the printed manuals, and the frame of the try-out."""
    found = [ROOT / "docs" / f"{name}.md" for name in ("privasi", "operasi", "templat")]
    found += [*ROOT.glob("docs/panduan/*.html"), ROOT / "bot" / "webchat" / "page" / "index.html"]
    for path in found:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            # The options of a command are no words of ours.
            yield f"{path.name}:{number}", re.sub(r"`[^`]*`|<[^>]*>?|--\S+", "", line)


@cache
def everything() -> list[tuple[str, str]]:
    """Read once, by the first test that asks."""
    return [*sayings(), *screens(), *pages()]


@pytest.mark.parametrize("wrong", WORDS, ids=lambda wrong: wrong.split("|")[0])
def test_a_word_has_one_spelling_and_a_thing_one_word(wrong: str) -> None:
    pattern = re.compile(rf"\b(?:{wrong})(?!\w)", re.IGNORECASE)
    found = [f"{where}: {said.strip()[:100]}" for where, said in everything() if pattern.search(NAMES.sub("", said))]
    assert found == [], f"say {WORDS[wrong]}"


@pytest.mark.parametrize("fault", FAULTS)
def test_marks_and_capitals_are_as_they_are_printed(fault: str) -> None:
    found = [f"{where}: {said.strip()[:100]}" for where, said in screens() if FAULTS[fault].search(said)]
    assert found == []


def test_a_button_is_no_sentence_and_begins_with_a_capital() -> None:
    labels = {label for _, line in screens() for label in re.findall(r"\[([^\]]+)\]", line)}
    # A degree ends with a full stop as well.
    odd = sorted(one for one in labels if re.search(r"[a-z]{4}[.:]$", one) or one[:1].islower())
    assert odd == []
