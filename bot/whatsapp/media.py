"""Files at WhatsApp: what people sent comes down with its hash compared, what the bot sends goes up once."""

import asyncio
import base64
import hashlib
from collections import OrderedDict
from pathlib import Path

from bot.channel import PICTURES, Transient, Unknown
from bot.intake.attached import LARGEST_DOWNLOAD, Picture
from bot.whatsapp.graph import Graph
from bot.whatsapp.write import Uploaded
from bot.world import apart
from renderers.photo.shown import shown

# WhatsApp shows no picture that has more bytes.
LARGEST_PICTURE = 5 * 10**6
# Files whose ids are remembered until their message is out; their folders have names that come only once.
KNOWN = 100


async def fetched(graph: Graph, picture: Picture) -> bytes:
    """The bytes of a file. Its address works for five minutes and is asked for each time."""
    told = await graph.get(picture.file_id, phone_number_id=graph.number)
    data = await graph.download(str(told.get("url")), LARGEST_DOWNLOAD)
    digest = hashlib.sha256(data)
    # The message writes the hash in base64, the answer in hexadecimals.
    right = {str(told.get("sha256", "")), picture.sha256} - {""}
    if right and right.isdisjoint({digest.hexdigest(), base64.b64encode(digest.digest()).decode()}):
        raise Unknown("a file came with another hash")
    return data


class Uploads:
    """The ids of files that were uploaded for a message which is not out yet."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.known: OrderedDict[Path, str] = OrderedDict()

    async def of(self, path: Path) -> Uploaded:
        picture = path.suffix.lower() in PICTURES
        if path not in self.known:
            data = await asyncio.to_thread(path.read_bytes)
            data = await apart(shown, data, LARGEST_PICTURE) if picture else data
            try:
                self.known[path] = await self.graph.upload(path.name, data)
            except Unknown as problem:
                # A file that nobody refers to does no harm, so it is uploaded once more.
                raise Transient(str(problem)) from problem
            if len(self.known) > KNOWN:
                self.known.popitem(last=False)
        return Uploaded(self.known[path], path.name, picture)

    def forget(self, paths: tuple[Path, ...]) -> None:
        """These files are out, or have to be uploaded anew."""
        for path in paths:
            self.known.pop(path, None)
