"""What became of what people said: counted from what they see, and from what is recorded."""

import hashlib
import json
from collections import Counter
from dataclasses import astuple, dataclass
from pathlib import Path

from sqlalchemy import select

from storage.catatan.kegiatan import Kegiatan
from storage.chat.inbox import Inbox
from storage.chat.outbox import Outbox
from storage.database import Database
from storage.foto.photos import Foto
from tests.bot.trouble.crowd import Crowd
from tests.bot.trouble.weather import Stormy
from tests.bot.updates import GROUP, USERS, Json

SORRY, QUESTION = "Maaf, pesan Anda tidak dapat diolah", "Jaringan terputus saat mengirim ke grup"
TOLD = "gagal diolah bot"


@dataclass(frozen=True)
class Verdict:
    """`asked`: group posts of unknown fate that the ketua pelaksana was asked about."""

    updates: int
    lost: int
    doubled: int
    unanswered: int
    asked: int

    @property
    def kept(self) -> bool:
        return (self.lost, self.doubled, self.unanswered) == (0, 0, 0)

    def told(self) -> str:
        return "".join(f"{figure:>11}" for figure in astuple(self))


def verdict(api: Stormy, database: Database, folder: Path, crowd: Crowd, mangled: int = 0) -> Verdict:
    with database.transaction() as session:
        inbox = {row.event: row.state for row in session.scalars(select(Inbox))}
        rows = session.execute(select(Kegiatan.nama, Kegiatan.nomor).where(Kegiatan.nama.startswith("Rapat "))).all()
        photos = session.scalars(select(Foto).where(Foto.uid != "")).all()
        unknown = session.scalars(select(Outbox.id).where(Outbox.state == "uncertain", Outbox.group)).all()
    names, numbers = Counter(row.nama for row in rows), Counter(row.nomor for row in rows)
    lost = sum(inbox.get(str(event)) != "done" for event in crowd.events)
    lost += sum(nama not in names for nama in crowd.reports) + crowd.photos - len({foto.sha256 for foto in photos})
    lost += sum(not _whole(folder / "foto" / foto.file, foto.sha256) for foto in photos)
    doubled = sum(count - 1 for count in (*names.values(), *numbers.values())) + len(photos)
    doubled += _too_often(api, crowd) - len({foto.sha256 for foto in photos})
    asked = len(set(_asked(api)))
    silent = _unanswered(api, crowd, asked) + (len(unknown) - len(set(unknown) & set(_asked(api))))
    silent += max(0, mangled - _count(api, USERS["Kadir"], SORRY)) + max(0, mangled - _count(api, USERS["Qori"], TOLD))
    return Verdict(len(crowd.events), lost, doubled, silent, asked)


def _whole(file: Path, sha256: str) -> bool:
    return file.exists() and hashlib.sha256(file.read_bytes()).hexdigest() == sha256


def _too_often(api: Stormy, crowd: Crowd) -> int:
    """A group sees nothing twice: an answer to every /lapor, and one kolase."""
    return max(0, crowd.group_posts() - crowd.in_group - _sheets(api))


def _sheets(api: Stormy) -> int:
    """How many messages one kolase is: its sheets, and what stands below an album."""
    albums = [call for call in api.done if call.method == "sendMediaGroup" and call.params["chat_id"] == GROUP]
    return len(albums[0].params["media"]) + 1 if albums else 1


def _unanswered(api: Stormy, crowd: Crowd, asked: int) -> int:
    """Every press, every photo (the crowd itself waits for its card) and every word in the group."""
    heard = {call.params["callback_query_id"] for call in api.done if call.method == "answerCallbackQuery"}
    asks = crowd.in_group + 1
    posts = min(crowd.in_group, _count(api, GROUP, "Silakan lapor")) + bool(_pictures(api, GROUP))
    return len(crowd.pressed - heard) + max(0, asks - posts - asked) + (not _pictures(api, USERS["Rudi"]))


def _pictures(api: Stormy, chat: int) -> int:
    return sum(call.method in ("sendPhoto", "sendMediaGroup") and call.params["chat_id"] == chat for call in api.done)


def _count(api: Stormy, chat: int, words: str) -> int:
    return sum(to == chat and words in shown.get("text", "") for (to, _), shown in api.messages.items())


def _asked(api: Stormy) -> list[int]:
    """The rows of the outbox that the questions to the ketua pelaksana are about."""
    questions = [call.params for call in api.done if QUESTION in str(call.params.get("text", ""))]
    return [_row(params) for params in questions if params["chat_id"] == USERS["Qori"]]


def _row(params: Json) -> int:
    keys = params["reply_markup"]
    keys = json.loads(keys) if isinstance(keys, str) else keys
    return int(keys["inline_keyboard"][0][0]["callback_data"].split(":")[1])
