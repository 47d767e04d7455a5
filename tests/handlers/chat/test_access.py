"""Who may send which file is what those who take files say."""

import pytest

from handlers import table
from handlers.chat.access import Sent, refusal
from handlers.chat.face import Takes
from storage.kantor.people import Role


@pytest.mark.parametrize("role", Role)
def test_a_photo_that_is_refused_before_it_is_fetched_would_have_been_taken_by_nobody(role: Role) -> None:
    takes = any(one.photos is not None and role in one.who for one in table.HEARS)
    takes = takes or any(Takes.PHOTO in one.takes and one.open_to(role) for one in table.ASKS.values())
    assert (refusal(Sent.PHOTO, role) == "") is takes


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("sent", [Sent.WORKBOOK, Sent.WORD])
def test_no_question_for_a_file_is_put_to_who_may_not_send_one(sent: Sent, role: Role) -> None:
    asked = any(Takes.FILE in one.takes and one.open_to(role) for one in table.ASKS.values())
    assert not (asked and refusal(sent, role))
