"""Headless Chromium on the try-out's page, and the few things that a person does there."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest

pytest.importorskip("selenium", reason="selenium is not installed")
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

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
    "--window-size=1280,900",
)
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
PATIENCE = 25


class Browser:
    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver = driver

    def until(self, true: Callable[[], T]) -> T:
        # Between finding an element and reading it the page may have drawn it anew.
        waiting = WebDriverWait(self.driver, PATIENCE, 0.1, ignored_exceptions=[Exception])
        return waiting.until(lambda _: true())

    def all(self, selector: str) -> list[WebElement]:
        found: list[WebElement] = self.driver.find_elements(By.CSS_SELECTOR, selector)
        return found

    def texts(self, selector: str) -> list[str]:
        return [element.text for element in self.all(selector)]

    def be(self, name: str) -> None:
        self.until(lambda: next(row for row in self.all("#people label") if name in row.text)).click()

    def say(self, text: str, photos: Sequence[Path] = (), phone: str = "private") -> None:
        if photos:
            self.all("[data-kind=private] input[type=file]")[0].send_keys("\n".join(str(photo) for photo in photos))
        writing = self.all(f"[data-kind={phone}] textarea")[0]
        writing.send_keys(text, Keys.ENTER)

    def press(self, label: str) -> None:
        def pressed() -> bool:
            buttons = self.all("[data-kind=private] .keyboard button")
            next(button for button in reversed(buttons) if button.text == label).click()
            return True

        self.until(pressed)

    def sees(self, text: str, phone: str = "private") -> WebElement:
        bubbles = f"[data-kind={phone}] article"
        return self.until(lambda: next(bubble for bubble in self.all(bubbles) if text in bubble.text))

    def complaints(self) -> list[str]:
        entries: list[dict[str, str]] = self.driver.get_log("browser")  # type: ignore[no-untyped-call]
        return [entry["message"] for entry in entries]


@contextmanager
def browser(downloads: Path) -> Iterator[Browser]:
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM or ""
    for switch in SWITCHES:
        options.add_argument(switch)
    options.add_experimental_option("prefs", {"download.default_directory": str(downloads)})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    try:
        yield Browser(driver)
    finally:
        driver.quit()
