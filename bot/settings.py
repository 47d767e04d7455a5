"""The settings: every environment variable is read here once; no other module reads the environment."""

import re
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from storage.foto.store import Store, s3


def loopback(listen: str) -> str:
    """Accept only an address of this machine, for /healthz tells about the inside of the process."""
    if listen and listen.rpartition(":")[0] not in ("127.0.0.1", "localhost", "::1"):
        msg = "only an address of this machine, such as 127.0.0.1:8081"
        raise ValueError(msg)
    return listen


def bucket(url: str) -> str:
    if url and not re.fullmatch(r"s3://[^/]+(/.*)?", url):
        msg = "only s3://bucket or s3://bucket/prefix"
        raise ValueError(msg)
    return url


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env", extra="ignore", frozen=True)

    bot_token: SecretStr | None = None
    bot_api_url: str = "https://api.telegram.org"
    database_url: str = ""
    data_dir: Path = Path("data")
    photo_store: Annotated[str, AfterValidator(bucket)] = ""
    s3_endpoint: str = ""
    s3_region: str = "us-east-1"
    s3_access_key_id: SecretStr | None = None
    s3_secret_access_key: SecretStr | None = None
    webhook_url: str = ""
    webhook_secret: SecretStr | None = None
    listen: str = "127.0.0.1:8080"
    wa_token: SecretStr | None = None
    wa_phone_number_id: str = ""
    wa_app_secret: SecretStr | None = None
    wa_verify_token: SecretStr | None = None
    wa_business_account_id: str = ""
    wa_api_url: str = "https://graph.facebook.com"
    wa_api_version: str = "v23.0"
    health: Annotated[str, AfterValidator(loopback)] = ""
    notify_socket: str = ""
    # Left empty in the copied example, outside systemd.
    watchdog_usec: Annotated[int, BeforeValidator(lambda told: told or 0)] = 0
    log_level: str = "INFO"

    @property
    def database(self) -> str:
        """DATABASE_URL, or the URL of an SQLite file in the data folder."""
        return self.database_url or f"sqlite:///{(self.data_dir / 'bakohumas.db').absolute()}"

    @property
    def whatsapp(self) -> bool:
        """Whether WhatsApp is wanted."""
        return any(self._whatsapp.values())

    @property
    def whatsapp_lacks(self) -> list[str]:
        """The variables that WhatsApp still needs; none where it is not wanted."""
        return [name for name, told in self._whatsapp.items() if not told] if self.whatsapp else []

    @property
    def _whatsapp(self) -> dict[str, object]:
        needed = "wa_token", "wa_phone_number_id", "wa_app_secret", "wa_verify_token"
        return {name.upper(): getattr(self, name) for name in needed}

    @property
    def photos(self) -> Path:
        return self.data_dir / "foto"

    @property
    def store(self) -> Store:
        """The folder of the photos, and the bucket behind it where one is set."""
        if not self.photo_store:
            return Store(self.photos)
        key, secret = (
            given.get_secret_value() if given else "" for given in (self.s3_access_key_id, self.s3_secret_access_key)
        )
        return Store(self.photos, s3(self.photo_store, self.s3_endpoint, self.s3_region, key, secret))
