"""Every environment variable, once, frozen; nobody else reads the environment."""

from pathlib import Path

from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env", extra="ignore", frozen=True)

    bot_token: SecretStr | None = None
    bot_api_url: str = "https://api.telegram.org"
    database_url: str = ""
    data_dir: Path = Path("data")
    webhook_url: str = ""
    webhook_secret: SecretStr | None = None
    listen: str = "127.0.0.1:8080"
    log_level: str = "INFO"

    @property
    def database(self) -> str:
        """The given URL, or an SQLite file in the data folder."""
        return self.database_url or f"sqlite:///{(self.data_dir / 'bakohumas.db').absolute()}"

    @property
    def photos(self) -> Path:
        return self.data_dir / "foto"
