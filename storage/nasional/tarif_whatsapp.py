"""What WhatsApp takes for a message in Indonesia, by day; where Meta changes its rates, a row is added here."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Tarif:
    """`gratis`: the service messages of a month and number that cost nothing; the prices of one more and of a template
    are in US$. `asal`: whose word stands behind them."""

    mulai: date
    gratis: int
    layanan: float
    templat: float
    asal: str


TARIF = (Tarif(date(2026, 10, 1), 1000, 0.022, 0.022, "dilaporkan pihak ketiga, bukan kartu tarif Meta"),)


def on(day: date) -> Tarif:
    """The rates of a day, or the first that are known."""
    return next((one for one in reversed(TARIF) if one.mulai <= day), TARIF[0])
