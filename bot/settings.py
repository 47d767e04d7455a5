"""Every environment variable, once, frozen; nobody else reads the environment."""

from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


def loopback(listen: str) -> str:
    """What is said about the inside of the process is for this machine alone."""
    if listen and listen.rpartition(":")[0] not in ("127.0.0.1", "localhost", "::1"):
        msg = "only an address of this machine, such as 127.0.0.1:8081"
        raise ValueError(msg)
    return listen


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env", extra="ignore", frozen=True)

    bot_token: SecretStr | None = None
    bot_api_url: str = "https://api.telegram.org"
    database_url: str = ""
    data_dir: Path = Path("data")
    webhook_url: str = ""
    webhook_secret: SecretStr | None = None
    listen: str = "127.0.0.1:8080"
    health: Annotated[str, AfterValidator(loopback)] = ""
    notify_socket: str = ""
    watchdog_usec: int = 0
    log_level: str = "INFO"

    @property
    def database(self) -> str:
        """The given URL, or an SQLite file in the data folder."""
        return self.database_url or f"sqlite:///{(self.data_dir / 'bakohumas.db').absolute()}"

    @property
    def photos(self) -> Path:
        return self.data_dir / "foto"
