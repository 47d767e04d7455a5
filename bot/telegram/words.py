"""The words of a message as a person sees them, with the addresses that lie behind some of them."""

from telegram import Message, MessageEntity

from renderers import clean


def said(message: Message) -> str:
    """Text or caption; an address behind a word follows it."""
    text = message.text or message.caption or ""
    entities = message.entities or message.caption_entities
    # Telegram counts the letters of UTF-16, of which an emoji has two.
    letters = text.encode("utf-16-le", "surrogatepass")
    for entity in sorted(entities, key=lambda entity: -entity.offset):
        if entity.type == MessageEntity.TEXT_LINK and entity.url:
            end = 2 * (entity.offset + entity.length)
            letters = letters[:end] + f" {entity.url} ".encode("utf-16-le") + letters[end:]
    return clean.visible(letters.decode("utf-16-le", "surrogatepass"))
