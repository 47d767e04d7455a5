"""The peers: the same report by python-telegram-bot's ConversationHandler, its PicklePersistence flushed after each
update against a crash; with DURABLE set update and state are on the disk before the answer, against a power cut."""

import os
from pathlib import Path
from typing import Any

from telegram import Update
from telegram.ext import (
    Application,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    TypeHandler,
    filters,
)

NAMA, SIMPAN = range(2)
Context = ContextTypes.DEFAULT_TYPE
FOLDER, DURABLE = Path(os.environ["DATA_DIR"]), bool(os.environ.get("DURABLE"))
# The answers that wait until their state is on the disk.
WAITING: dict[int, str] = {}


def synced(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)


class Synced(PicklePersistence[Any, Any, Any]):
    """Writes the whole state once an update, beside the old one, and puts it in its place once it is on the disk."""

    async def flush(self) -> None:
        await super().flush()
        if self.filepath.exists():
            synced(self.filepath)
            self.filepath.replace(FOLDER / "state")
            synced(FOLDER)


async def say(update: Update, text: str) -> None:
    assert update.message
    if DURABLE:
        WAITING[update.update_id] = text
    else:
        await update.message.reply_text(text)


async def lapor(update: Update, context: Context) -> int:
    context.chat_data["laporan"] = {}  # type: ignore[index]
    await say(update, "Apa nama kegiatannya?")
    return NAMA


async def foto(update: Update, context: Context) -> int:
    assert update.message
    file = await update.message.photo[-1].get_file()
    path = await file.download_to_drive(FOLDER / f"{file.file_unique_id}.jpg")
    if DURABLE:
        synced(path)
        synced(FOLDER)
    context.chat_data["laporan"] = {"foto": path.name, "nama": update.message.caption}  # type: ignore[index]
    await say(update, "Sudah benar? Ketik simpan.")
    return SIMPAN


async def nama(update: Update, context: Context) -> int:
    assert update.message
    context.chat_data["laporan"]["nama"] = update.message.text  # type: ignore[index]
    await say(update, "Sudah benar? Ketik simpan.")
    return SIMPAN


async def simpan(update: Update, context: Context) -> int:
    saved = context.bot_data.setdefault("tercatat", [])
    saved.append(context.chat_data["laporan"])  # type: ignore[index]
    await say(update, f"Tercatat #{len(saved)}")
    return ConversationHandler.END


async def received(update: Update, _context: Context) -> None:
    with (FOLDER / "updates").open("a") as log:
        log.write(update.to_json() + "\n")
        log.flush()
        os.fsync(log.fileno())


async def flush(update: Update, context: Context) -> None:
    await context.application.update_persistence()
    if DURABLE and context.application.persistence:
        await context.application.persistence.flush()
    if update.message and (text := WAITING.pop(update.update_id, "")):
        await update.message.reply_text(text)


def main() -> None:
    url = os.environ["BOT_API_URL"]
    builder = (
        Application.builder().token(os.environ["BOT_TOKEN"]).base_url(f"{url}/bot").base_file_url(f"{url}/file/bot")
    )
    kept = Synced(FOLDER / "state.part", on_flush=True) if DURABLE else PicklePersistence(FOLDER / "state.pickle")
    application = builder.persistence(kept).build()
    states = {NAMA: [MessageHandler(filters.TEXT, nama)], SIMPAN: [MessageHandler(filters.TEXT, simpan)]}
    entry = [CommandHandler("lapor", lapor), MessageHandler(filters.PHOTO, foto)]
    talk = ConversationHandler(entry, states, [], name="lapor", persistent=True, allow_reentry=True)  # type: ignore[arg-type]
    application.add_handler(talk)
    application.add_handler(TypeHandler(Update, flush), group=1)
    if DURABLE:
        application.add_handler(TypeHandler(Update, received), group=-1)
    application.run_polling(stop_signals=None)


if __name__ == "__main__":
    main()
