"""Where photos are kept: the folder on this disk, and behind it, where one is set, a bucket that all workers share."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from storage import photos

if TYPE_CHECKING:
    from obstore.store import S3Config, S3Store


class Spoiled(Exception):  # noqa: N818 - what happened to a photo
    """What the bucket holds under a name is not what was put there."""


@dataclass(frozen=True)
class Store:
    """The names are those of `photos.name_of`; a photo that was kept is in the bucket before anybody hears of it."""

    folder: Path
    bucket: "S3Store | None" = None

    def keep(self, data: bytes) -> str:
        sha256 = hashlib.sha256(data).hexdigest()
        if self.bucket is not None:
            import obstore  # noqa: PLC0415 - only where a bucket is set need it be installed

            obstore.put(self.bucket, photos.name_of(sha256), data)
        return photos.keep(self.folder, data)

    def present(self, names: Iterable[str]) -> None:
        """Fetch what is not on this disk; what is nowhere stays missing, and its drawing says so."""
        for name in names:
            if self.bucket is not None and not (self.folder / name).exists():
                self._fetch(self.bucket, name)

    def _fetch(self, bucket: "S3Store", name: str) -> None:
        import obstore  # noqa: PLC0415 - only where a bucket is set need it be installed

        try:
            data = obstore.get(bucket, name).bytes().to_bytes()
        except FileNotFoundError:
            return
        if photos.name_of(hashlib.sha256(data).hexdigest()) != name:
            raise Spoiled(name)
        photos.keep(self.folder, data)


def s3(url: str, endpoint: str, region: str, key: str, secret: str) -> "S3Store":
    """A bucket by "s3://name/prefix"; `endpoint` is empty for Amazon's own."""
    from obstore.store import S3Store  # noqa: PLC0415 - only where a bucket is set need it be installed

    place = urlsplit(url)
    config: S3Config = {"region": region, "access_key_id": key, "secret_access_key": secret}
    if endpoint:
        # A server of one's own has its buckets in the path, and inside one's own network often no certificate.
        config |= {"endpoint": endpoint, "virtual_hosted_style_request": False}
    prefix = place.path.strip("/")
    return S3Store(place.netloc, prefix=prefix or None, config=config, client_options={"allow_http": bool(endpoint)})
