"""Words of the languages beside Indonesian: a title has them in Indonesian, and between two platforms they join."""

from datetime import date

import pytest

from handlers.reading.daerah.tables import WRITTEN, words_for
from handlers.reading.editor.editor import Words, fair
from handlers.reading.links import PLATFORM_WORDS
from handlers.reading.message.gazetteer import Gazetteer
from handlers.reading.message.read import read

OFFICE = Gazetteer(platforms=PLATFORM_WORDS, bawaan=("IG", "Twitter"))
TODAY = date(2022, 7, 19)
DONE = sorted({*words_for("sudah"), *words_for("baru")})
# The last ones are of no list.
JOINTS = sorted({*words_for("bersama"), *words_for("dan"), "kro", "ngoni"})


@pytest.mark.parametrize(("word", "meant"), sorted(WRITTEN.items()))
def test_a_title_has_the_indonesian_word(word: str, meant: str) -> None:
    title = fair(f"rapat {word} warga", Words())
    assert title in {f"Rapat {meant} Warga", f"Rapat {meant.capitalize()} Warga"}
    assert fair(title, Words()) == title


@pytest.mark.parametrize("word", sorted(WRITTEN))
def test_a_name_in_capitals_stays(word: str) -> None:
    assert fair(f"Rapat {word.upper()} Warga", Words()) == f"Rapat {word.upper()} Warga"


@pytest.mark.parametrize("joint", JOINTS)
def test_a_word_between_two_platforms_joins_them(joint: str) -> None:
    (one,) = read(f"flyer hari jadi sudah tayang di ig {joint} fb", TODAY, OFFICE)
    assert (one.answers["judul"], one.answers["platform"], one.rest) == ("flyer hari jadi", ["IG", "FB"], ())


@pytest.mark.parametrize("done", DONE)
def test_a_word_that_says_it_is_done_is_no_title(done: str) -> None:
    (one,) = read(f"flyer hari jadi {done} tayang di ig", TODAY, OFFICE)
    assert (one.answers["judul"], one.answers["platform"]) == ("flyer hari jadi", ["IG"])


@pytest.mark.parametrize("heading", ["konten tiktok hari ini:", "postingan di tiktok hari ini :", "Unggahan TikTok:"])
def test_a_heading_with_a_platform_tells_of_a_konten(heading: str) -> None:
    (one,) = read(f"{heading} ayo cek namamu", TODAY, OFFICE)
    assert (one.form, one.answers["judul"], one.answers["platform"]) == ("konten", "ayo cek namamu", ["TikTok"])
