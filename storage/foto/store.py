"""The store of photos: a folder on this disk and, if one is set, a bucket behind it that all workers share."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from storage.database import Database
from storage.foto import owner, photos

if TYPE_CHECKING:
    from obstore.store import ObjectStore, S3Config, S3Store


NAME = re.compile(r"\b[0-9a-f]{2}/[0-9a-f]{64}\.jpg\b")
# Sent reports, which lie beside the photos and are never swept; and what is drawn and not yet sent.
REPORT = re.compile(r"laporan/[0-9a-f]{64}\.docx(\.pdf)?")
DRAWN = re.compile(r"drawn/\d+-[0-9a-f]{32}/[^/]+")


class Spoiled(Exception):  # noqa: N818 - it names a fact about a photo
    """The bytes in the bucket do not match the sha256 in their name."""


class Unreachable(Exception):  # noqa: N818 - it names a state of the bucket
    """The bucket gives no answer, or one that no bucket gives; later it may."""


@dataclass(frozen=True)
class Store:
    """Stores files under the names of `photos.name_of`; a kept photo is in the bucket before anybody hears of it.
    `database`: notes the files put here; without one, only photos that a row once named are ever swept."""

    folder: Path
    bucket: "ObjectStore | None" = None
    database: Database | None = None

    def of(self, database: Database) -> "Store":
        return replace(self, database=database)

    def keep(self, data: bytes) -> str:
        sha256 = hashlib.sha256(data).hexdigest()
        if self.database is not None:
            with self.database.transaction() as session:
                owner.note(session, sha256)
        if self.bucket is not None:
            _put(self.bucket, photos.name_of(sha256), data)
        return photos.keep(self.folder, data)

    def share(self, name: str, data: bytes) -> None:
        """Put another file than a photo into the bucket, where there is one and it lacks the file."""
        if self.bucket is not None and not _there(self.bucket, name):
            _put(self.bucket, name, data)

    def shared(self, name: str) -> bytes | None:
        """Such a file from the bucket; None where there is none."""
        return got(self.bucket, name) if self.bucket is not None else None

    def unshare(self, name: str) -> None:
        """It need not lie in the bucket any more."""
        if self.bucket is not None:
            _removed(self.bucket, name)

    def forget_shared(self, prefix: str, before: datetime) -> int:
        """Remove what has lain in the bucket under such names since before an instant; the number of files."""
        there = listed(self.bucket) if self.bucket is not None else {}
        old = [name for name, (_, changed) in there.items() if name.startswith(prefix) and changed < before]
        for name in old:
            self.unshare(name)
        return len(old)

    def lacking(self, names: Iterable[str]) -> list[str]:
        """The names that neither this disk nor the bucket holds."""
        missing = [name for name in names if not (self.folder / name).exists()]
        there = listed(self.bucket) if self.bucket is not None and missing else {}
        return [name for name in missing if name not in there]

    def present(self, names: Iterable[str]) -> None:
        """Fetch files that this disk lacks; one that the bucket lacks too stays missing, and its drawing says so."""
        for name in names:
            if self.bucket is not None and not (self.folder / name).exists():
                self._fetch(self.bucket, name)

    def _fetch(self, bucket: "ObjectStore", name: str) -> None:
        data = got(bucket, name)
        if data is None:
            return
        if photos.name_of(hashlib.sha256(data).hexdigest()) != name:
            raise Spoiled(name)
        photos.keep(self.folder, data)


def listed(bucket: "ObjectStore") -> dict[str, tuple[int, datetime]]:
    """Size in bytes and last change of everything in a bucket, by name."""
    import obstore  # noqa: PLC0415 - only where a bucket is set need it be installed

    with reached():
        found = [one for page in obstore.list(bucket) for one in page]
    return {one["path"]: (one["size"], one["last_modified"]) for one in found}


@contextmanager
def reached() -> Iterator[None]:
    """Turns every error of the bucket into Unreachable."""
    try:
        yield
    except Exception as error:
        raise Unreachable(str(error)) from error


def got(bucket: "ObjectStore", name: str) -> bytes | None:
    """What lies in the bucket under this name; None where nothing does."""
    import obstore  # noqa: PLC0415 - only where a bucket is set need it be installed

    with reached():
        try:
            return obstore.get(bucket, name).bytes().to_bytes()
        except FileNotFoundError:
            return None


def _there(bucket: "ObjectStore", name: str) -> bool:
    import obstore  # noqa: PLC0415 - only where a bucket is set need it be installed

    with reached():
        try:
            obstore.head(bucket, name)
        except FileNotFoundError:
            return False
        return True


def _removed(bucket: "ObjectStore", name: str) -> None:
    import obstore  # noqa: PLC0415 - only where a bucket is set need it be installed

    with reached(), suppress(FileNotFoundError):
        obstore.delete(bucket, name)


def _put(bucket: "ObjectStore", name: str, data: bytes) -> None:
    import obstore  # noqa: PLC0415 - only where a bucket is set need it be installed

    with reached():
        obstore.put(bucket, name, data)


def photos_in(figures: object) -> list[str]:
    """The names of all photos that figures speak of, however deep."""
    return list(dict.fromkeys(NAME.findall(repr(figures))))


def s3(url: str, endpoint: str, region: str, key: str, secret: str) -> "S3Store":
    """A bucket by "s3://name/prefix"; `endpoint` is empty for Amazon's own."""
    from obstore.store import S3Store  # noqa: PLC0415 - only where a bucket is set need it be installed

    place = urlsplit(url)
    config: S3Config = {"region": region, "access_key_id": key, "secret_access_key": secret}
    if endpoint:
        # A self-hosted server names its buckets in the path, and in a private network it often has no certificate.
        config |= {"endpoint": endpoint, "virtual_hosted_style_request": False}
    prefix = place.path.strip("/")
    return S3Store(place.netloc, prefix=prefix or None, config=config, client_options={"allow_http": bool(endpoint)})
