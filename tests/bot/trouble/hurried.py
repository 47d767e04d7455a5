"""`python -m tests.bot.trouble.hurried run`: the bot, which waits less for further photos and for statuses."""

from dataclasses import replace
from datetime import timedelta

from bot.__main__ import main
from bot.whatsapp.channel import WhatsApp
from handlers.chat import means

if __name__ == "__main__":
    WhatsApp.settles = timedelta(seconds=3)
    means._OF["whatsapp"] = replace(means.of("whatsapp"), gathers=timedelta(seconds=0.5))  # noqa: SLF001 - a test's hurry
    main()
