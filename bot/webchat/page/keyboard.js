// The buttons below a message: pressed, they wait visibly for the bot's answer.
import { element } from "./dom.js";

const STYLES = { Simpan: "save", "Simpan semua": "save", Hapus: "remove" };
const LONGEST_WAIT = 6000;

export function keyboard(message, doing) {
  const rows = message.menu.filter((row) => row.length).map((row) => element("div", {}, ...row.map((button) => key(message, button, doing))));
  return element("div", { className: "keyboard" }, ...rows);
}

function key(message, button, doing) {
  const made = element("button", { type: "button", textContent: button.label, className: STYLES[button.label] ?? "" });
  if (button.start || button.url) made.textContent = `${button.label} ↗`;
  made.addEventListener("click", () => {
    if (button.url) return open(button.url, "_blank", "noopener");
    wait(made);
    return doing.press(message, button);
  });
  return made;
}

export function wait(button) {
  button.classList.add("waiting");
  setTimeout(() => button.classList.remove("waiting"), LONGEST_WAIT);
}

export function answered() {
  for (const button of document.querySelectorAll(".keyboard .waiting")) button.classList.remove("waiting");
}

// Whoever works by keyboard stays where the finger was, though the card was drawn anew.
export function held(old) {
  return old.contains(document.activeElement) ? document.activeElement.textContent : null;
}

export function refocus(label, fresh, otherwise) {
  if (label === null) return;
  const keys = [...(fresh?.querySelectorAll(".keyboard button") ?? [])];
  const same = keys.find((button) => button.textContent === label);
  (same ?? keys[0] ?? otherwise).focus({ preventScroll: true });
}
