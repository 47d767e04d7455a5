"""Headless Chromium on the try-out's page, and the few things that a person does there."""

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from tests.patience import PATIENCE

pytest.importorskip("selenium", reason="selenium is not installed")

T = TypeVar("T")
SWITCHES = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
    "--window-size=1280,900",
)
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
LAPTOP, PHONE = (1280, 800), (360, 720)


class Browser:
    """`folder` is where downloads go."""

    def __init__(self, driver: webdriver.Chrome, folder: Path) -> None:
        self.driver, self.folder = driver, folder

    def open(self, url: str, size: tuple[int, int] = LAPTOP, scale: int = 1, *, guide: bool = False) -> None:
        """The page on a screen of that size, once it shows the people; without the guide of a first visit."""
        self.prefers(color_scheme="light", reduced_motion="reduce")
        self.sized(size, scale)
        self.driver.get(url)
        self.until(lambda: self.all("#people label")[0])
        if not guide:
            self.run("document.getElementById('guide').hidden || document.getElementById('understood').click()")

    def leave(self) -> None:
        """Away from the page of the test before, whose server is gone, and from what it complained of."""
        self.driver.get("about:blank")
        self.complaints()
        self.requests()

    def sized(self, size: tuple[int, int], scale: int = 1) -> None:
        screen = {"width": size[0], "height": size[1], "deviceScaleFactor": scale, "mobile": False}
        self.cdp("Emulation.setDeviceMetricsOverride", screen)

    def prefers(self, **features: str) -> None:
        """What the reader's system asks for: prefers(color_scheme="dark", reduced_motion="reduce")."""
        asked = [{"name": f"prefers-{name.replace('_', '-')}", "value": value} for name, value in features.items()]
        self.cdp("Emulation.setEmulatedMedia", {"features": asked})

    def cdp(self, command: str, what: dict[str, Any]) -> dict[str, Any]:
        answer: dict[str, Any] = self.driver.execute_cdp_cmd(command, what)
        return answer

    def run(self, script: str, *what: Any) -> Any:
        return self.driver.execute_script(script, *what)

    def until(self, true: Callable[[], T]) -> T:
        # Between finding an element and reading it the page may have drawn it anew.
        waiting = WebDriverWait(self.driver, PATIENCE, 0.05, ignored_exceptions=[Exception])
        return waiting.until(lambda _: true())

    def all(self, selector: str) -> list[WebElement]:
        found: list[WebElement] = self.driver.find_elements(By.CSS_SELECTOR, selector)
        return found

    def texts(self, selector: str) -> list[str]:
        return [element.text for element in self.all(selector)]

    def keys(self, *keys: str) -> None:
        """Press keys where the focus is."""
        for key in keys:
            ActionChains(self.driver, duration=0).send_keys(key).perform()

    def be(self, name: str) -> None:
        self.until(lambda: next(row for row in self.all("#people label") if name in (row.get_attribute("title") or "")))
        self.run(
            "[...document.querySelectorAll('#people label')].find((r) => r.title.includes(arguments[0])).click()", name
        )

    def say(self, text: str, photos: Sequence[Path] = (), phone: str = "private") -> None:
        if photos:
            self.all("[data-kind=private] input[type=file]")[0].send_keys("\n".join(str(photo) for photo in photos))
        writing = self.all(f"[data-kind={phone}] textarea")[0]
        writing.send_keys(text, Keys.ENTER)

    def press(self, label: str, phone: str = "private") -> None:
        def pressed() -> bool:
            buttons = self.all(f"[data-kind={phone}] .keyboard button")
            next(button for button in reversed(buttons) if button.text == label).click()
            return True

        self.until(pressed)

    def sees(self, text: str, phone: str = "private") -> WebElement:
        bubbles = f"[data-kind={phone}] article"
        return self.until(lambda: next(bubble for bubble in self.all(bubbles) if text in bubble.text))

    def complaints(self) -> list[str]:
        entries: list[dict[str, str]] = self.driver.get_log("browser")  # type: ignore[no-untyped-call]
        return [entry["message"] for entry in entries]

    def requests(self) -> list[str]:
        """Where the browser has asked for something since this was last called."""
        entries: list[dict[str, str]] = self.driver.get_log("performance")  # type: ignore[no-untyped-call]
        events = [json.loads(entry["message"])["message"] for entry in entries]
        return [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]


@contextmanager
def browser(downloads: Path) -> Iterator[Browser]:
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM or ""
    for switch in SWITCHES:
        options.add_argument(switch)
    options.add_experimental_option("prefs", {"download.default_directory": str(downloads)})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    try:
        yield Browser(driver, downloads)
    finally:
        driver.quit()
