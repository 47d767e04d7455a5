"""The peer: the same report by python-telegram-bot's ConversationHandler, its PicklePersistence flushed after every
update, which is what it takes to survive a crash as well."""

import os
from pathlib import Path

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


async def lapor(update: Update, context: Context) -> int:
    assert update.message
    context.chat_data["laporan"] = {}  # type: ignore[index]
    await update.message.reply_text("Apa nama kegiatannya?")
    return NAMA


async def nama(update: Update, context: Context) -> int:
    assert update.message
    context.chat_data["laporan"]["nama"] = update.message.text  # type: ignore[index]
    await update.message.reply_text("Sudah benar? Ketik simpan.")
    return SIMPAN


async def simpan(update: Update, context: Context) -> int:
    assert update.message
    saved = context.bot_data.setdefault("tercatat", [])
    saved.append(context.chat_data["laporan"])  # type: ignore[index]
    await update.message.reply_text(f"Tercatat #{len(saved)}")
    return ConversationHandler.END


async def flush(_update: object, context: Context) -> None:
    await context.application.update_persistence()


def main() -> None:
    url, folder = os.environ["BOT_API_URL"], Path(os.environ["DATA_DIR"])
    builder = Application.builder().token(os.environ["BOT_TOKEN"]).base_url(f"{url}/bot")
    application = builder.persistence(PicklePersistence(folder / "state.pickle")).build()
    states = {NAMA: [MessageHandler(filters.TEXT, nama)], SIMPAN: [MessageHandler(filters.TEXT, simpan)]}
    entry = [CommandHandler("lapor", lapor)]
    talk = ConversationHandler(entry, states, [], name="lapor", persistent=True, allow_reentry=True)  # type: ignore[arg-type]
    application.add_handler(talk)
    application.add_handler(TypeHandler(Update, flush), group=1)
    application.run_polling(stop_signals=None)


if __name__ == "__main__":
    main()
