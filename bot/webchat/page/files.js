// Photos as an album, papers as tiles, and the viewer in which one walks through them.
import { $, element } from "./dom.js";
import { weight } from "./words.js";

const MOST = 9;

export function files(message, doing) {
  const pictures = message.files.filter((file) => file.picture);
  const shown = pictures.slice(0, pictures.length > MOST + 1 ? MOST : pictures.length);
  const tiles = shown.map((file, at) => picture(pictures, at, pictures.length - shown.length, shown.length));
  const papers = message.files.filter((file) => !file.picture).map(paper);
  const grid = element("div", { className: `files of-${Math.min(shown.length, 5)}` }, ...tiles, ...papers);
  if (pictures.length === 1 && doing.settle) grid.querySelector("img").addEventListener("load", doing.settle);
  return grid;
}

function told(pictures, at) {
  return pictures.length > 1 ? `Foto ${at + 1} dari ${pictures.length}: ${pictures[at].name}` : pictures[at].name;
}

function picture(pictures, at, more, count) {
  const file = pictures[at];
  const button = element("button", { type: "button", className: "picture", ariaLabel: `Perbesar ${told(pictures, at)}` });
  const image = element("img", { src: file.url, alt: "", decoding: "async" });
  if (file.wide) Object.assign(image, { width: file.wide, height: file.high });
  button.append(image);
  if (more && at === count - 1) button.append(element("span", { className: "more", textContent: `+${more}` }));
  button.addEventListener("click", () => view(pictures, at));
  return button;
}

export function kind(name) {
  const suffix = name.split(".").pop().slice(0, 4).toLowerCase();
  return element("span", { className: `kind ${suffix}`, textContent: suffix, ariaHidden: "true" });
}

function paper(file) {
  const name = element("span", { className: "name", textContent: file.name });
  const shown = element("span", {}, name, element("small", { textContent: file.url ? weight(file.size) : `${weight(file.size)}, tidak dapat dibuka di sini` }));
  if (!file.url) return element("p", { className: "paper" }, kind(file.name), shown);
  return element("a", { className: "paper", href: file.url, download: file.name }, kind(file.name), shown);
}

let walk = { pictures: [], at: 0 };

function view(pictures, at) {
  walk = { pictures, at };
  step(0);
  $("viewer").showModal();
}

function step(by) {
  const { pictures } = walk;
  walk.at = (walk.at + by + pictures.length) % pictures.length;
  const file = pictures[walk.at];
  Object.assign($("viewer").querySelector("img"), { src: file.url, alt: told(pictures, walk.at) });
  Object.assign($("viewer").querySelector("a"), { href: file.url, download: file.name });
  $("viewer").querySelector(".count").textContent = pictures.length > 1 ? `${walk.at + 1} dari ${pictures.length}` : "";
  for (const button of $("viewer").querySelectorAll("[data-step]")) button.hidden = pictures.length < 2;
}

const KEYS = { ArrowLeft: -1, ArrowRight: 1 };

$("viewer").addEventListener("keydown", (event) => event.key in KEYS && step(KEYS[event.key]));
$("viewer").addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button?.dataset.step) step(Number(button.dataset.step));
  else if (event.target === $("viewer") || button) $("viewer").close();
});
