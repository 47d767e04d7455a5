// A phone: where one writes, chooses photos and commands, and sends.
import { element } from "./bubble.js";
import { chatOf, here, post } from "./state.js";

const $ = (id) => document.getElementById(id);

export function makePhone(kind) {
  const root = $("phone").content.firstElementChild.cloneNode(true);
  const find = (selector) => root.querySelector(selector);
  const phone = { kind, root, list: find(".messages"), text: find("textarea"), chosen: [], strip: find(".chosen") };
  root.dataset.kind = kind;
  if (kind === "group") find(".attach").remove();
  else find("input").addEventListener("change", (event) => { choose(phone, event.target); phone.text.focus(); });
  find("form").addEventListener("submit", (event) => { event.preventDefault(); send(phone); });
  find(".menu").addEventListener("click", () => toggleCommands(phone));
  phone.text.addEventListener("keydown", (event) => {
    if (event.key === "Escape") toggleCommands(phone, false);
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send(phone);
  });
  phone.text.addEventListener("input", () => grow(phone.text));
  $("phones").append(root);
  return phone;
}

function grow(text) {
  text.style.height = "auto";
  text.style.height = `${text.scrollHeight + text.offsetHeight - text.clientHeight}px`;
}

async function send(phone) {
  const [text, files] = [phone.text.value, phone.chosen];
  if (!text.trim() && !files.length) return;
  toggleCommands(phone, false);
  set(phone, "", []);
  phone.text.focus();
  if (!(await say(phone, text, files))) set(phone, text, files);
}

export function say(phone, text, files = []) {
  const photos = files.map((file) => ["foto", file]);
  return post("/message", [["person", here.me.person], ["chat", chatOf(phone)], ["text", text], ...photos]);
}

function set(phone, text, files) {
  phone.text.value = text;
  phone.chosen = files;
  grow(phone.text);
  showChosen(phone);
}

export function choose(phone, input) {
  phone.chosen = input ? [...phone.chosen, ...input.files] : [];
  if (input) input.value = "";
  showChosen(phone);
}

function showChosen(phone) {
  for (const image of phone.strip.querySelectorAll("img")) URL.revokeObjectURL(image.src);
  phone.strip.replaceChildren(...phone.chosen.map((file) => chosenPhoto(phone, file)));
  phone.strip.hidden = !phone.chosen.length;
  phone.text.placeholder = phone.chosen.length ? "Keterangan foto" : "Pesan";
}

function chosenPhoto(phone, file) {
  const drop = element("button", { type: "button", textContent: "×", ariaLabel: `Batalkan ${file.name}` });
  drop.addEventListener("click", () => {
    phone.chosen = phone.chosen.filter((other) => other !== file);
    showChosen(phone);
  });
  return element("li", {}, element("img", { src: URL.createObjectURL(file), alt: file.name }), drop);
}

export function toggleCommands(phone, open = phone.root.querySelector(".commands").hidden) {
  const list = phone.root.querySelector(".commands");
  const mine = here.commands.filter((c) => (here.me.role ? c.roles.includes(here.me.role) : c.word === "/start"));
  const offered = phone.kind === "group" ? mine.filter((c) => c.grup) : mine;
  list.replaceChildren(...offered.map((command) => offer(phone, command)));
  list.hidden = !open;
  phone.root.querySelector(".menu").setAttribute("aria-expanded", String(open));
}

function offer(phone, command) {
  const button = element("button", { type: "button" }, element("b", { textContent: command.word }), ` ${command.tells}`);
  button.addEventListener("click", () => write(phone, `${command.word} `));
  return element("li", {}, button);
}

export function write(phone, text) {
  toggleCommands(phone, false);
  phone.text.value = text;
  phone.text.focus();
  grow(phone.text);
}
