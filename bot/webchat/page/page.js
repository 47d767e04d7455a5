// The page of the try-out: what the server tells becomes bubbles, what people do is posted.
import { bubble, element, when } from "./bubble.js";

const $ = (id) => document.getElementById(id);
const people = new Map();
const messages = new Map();
const unread = new Set();
let me, grup, commands, clock;

const phones = { private: makePhone("private"), group: makePhone("group") };

function makePhone(kind) {
  const root = $("phone").content.firstElementChild.cloneNode(true);
  const find = (selector) => root.querySelector(selector);
  const phone = { kind, root, list: find(".messages"), text: find("textarea"), chosen: [], strip: find(".chosen") };
  root.dataset.kind = kind;
  if (kind === "group") find(".attach").remove();
  else find("input").addEventListener("change", (event) => choose(phone, event.target));
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

const chatOf = (phone) => (phone.kind === "group" ? grup.chat : me.chat);

function grow(text) {
  text.style.height = "auto";
  text.style.height = `${text.scrollHeight}px`;
}

// ---- what is said

async function post(path, fields) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  const answer = await fetch(path, { method: "POST", body: form }).catch(() => null);
  if (!answer?.ok) toast("Tidak terkirim. Coba sekali lagi.");
  return Boolean(answer?.ok);
}

async function send(phone, said = phone.text.value) {
  const files = phone.chosen;
  if (!said.trim() && !files.length) return;
  toggleCommands(phone, false);
  const photos = files.map((file) => ["foto", file]);
  const sent = await post("/message", [["person", me.person], ["chat", chatOf(phone)], ["text", said], ...photos]);
  if (!sent) return;
  if (said === phone.text.value) phone.text.value = "";
  grow(phone.text);
  choose(phone, null);
}

function choose(phone, input) {
  phone.chosen = input ? [...phone.chosen, ...input.files] : [];
  if (input) input.value = "";
  showChosen(phone);
  phone.text.focus();
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

function toggleCommands(phone, open = phone.root.querySelector(".commands").hidden) {
  const list = phone.root.querySelector(".commands");
  const mine = commands.filter((c) => (me.role ? c.roles.includes(me.role) : c.word === "/start"));
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

function write(phone, text) {
  toggleCommands(phone, false);
  phone.text.value = text;
  phone.text.focus();
  grow(phone.text);
}

function press(message, button) {
  if (!button.start) return post("/press", [["person", me.person], ["message", message.id], ["data", button.data]]);
  show("private");
  return send(phones.private, `/start ${button.start}`);
}

function follow(message) {
  show("private");
  if (people.has("tamu")) be("tamu");
  return send(phones.private, `/start ${message.start}`);
}

// ---- what is shown

const doing = { press, follow, view };

function view(file) {
  const viewer = $("viewer");
  viewer.querySelector("img").src = file.url;
  viewer.querySelector("img").alt = file.name;
  Object.assign(viewer.querySelector("a"), { href: file.url, download: file.name });
  viewer.showModal();
}

function put(message) {
  const known = messages.has(message.id);
  messages.set(message.id, message);
  for (const phone of Object.values(phones)) {
    if (message.chat !== chatOf(phone)) continue;
    if (known) phone.list.querySelector(`[data-id="${message.id}"]`)?.replaceWith(bubble(message, me, doing));
    else append(phone, message);
    bottom(phone);
  }
  if (!known && !visible(message.chat)) note(message.chat, true);
}

function append(phone, message) {
  const day = when(message.at).day;
  if (phone.day !== day) phone.list.append(element("p", { className: "day", textContent: day }));
  phone.day = day;
  phone.list.append(bubble(message, me, doing));
}

function bottom(phone) {
  phone.list.scrollTop = phone.list.scrollHeight;
}

function visible(chat) {
  const both = getComputedStyle(document.querySelector("nav")).display === "none";
  const shown = both ? Object.values(phones) : [phones[document.body.dataset.shown]];
  return shown.some((phone) => chatOf(phone) === chat);
}

function note(chat, isNew) {
  if (isNew) unread.add(chat);
  else unread.delete(chat);
  for (const [, person] of people) person.label.classList.toggle("unread", unread.has(person.chat));
  for (const button of document.querySelectorAll("nav button")) {
    button.classList.toggle("unread", unread.has(chatOf(phones[button.dataset.show])));
  }
}

function fill(phone) {
  phone.day = "";
  phone.list.replaceChildren();
  for (const message of messages.values()) if (message.chat === chatOf(phone)) append(phone, message);
  if (!phone.list.children.length) phone.list.append(element("p", { className: "empty", textContent: empty(phone) }));
  bottom(phone);
}

function empty(phone) {
  return phone.kind === "group" ? "Di sini bot memposting kolase dan laporan." : "Ketik /start untuk menyapa bot, atau langsung kirim foto kegiatan.";
}

function be(person) {
  me = people.get(person);
  $(`person-${person}`).checked = true;
  choose(phones.private, null);
  for (const phone of Object.values(phones)) {
    head(phone);
    fill(phone);
    toggleCommands(phone, false);
  }
  for (const phone of Object.values(phones)) if (visible(chatOf(phone))) note(chatOf(phone), false);
}

function head(phone) {
  const group = phone.kind === "group";
  phone.root.setAttribute("aria-label", group ? grup.nama : `Chat pribadi ${me.nama} dengan bot`);
  phone.root.querySelector("h2").textContent = group ? grup.nama : "Bot Bakohumas";
  phone.root.querySelector(".avatar").textContent = group ? "G" : "B";
  const members = [...people.values()].filter((person) => person.role).length;
  phone.root.querySelector(".who").textContent = group ? `${members} anggota dan bot` : `Ponsel ${me.nama}`;
}

function show(kind) {
  document.body.dataset.shown = kind;
  for (const button of document.querySelectorAll("nav button")) {
    button.setAttribute("aria-pressed", String(button.dataset.show === kind));
  }
  note(chatOf(phones[kind]), false);
  bottom(phones[kind]);
}

function toast(text) {
  const shown = $("toast");
  shown.textContent = text;
  shown.hidden = false;
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => { shown.hidden = true; }, 4000);
}

function tick() {
  if (!clock) return;
  const { day, hour } = when(new Date(clock.now + performance.now() - clock.since), true);
  $("day").textContent = day;
  $("hour").textContent = hour;
}

function setClock(now) {
  clock = { now: Date.parse(now), since: performance.now() };
  tick();
}

function personRow(person) {
  const input = element("input", { type: "radio", name: "person", id: `person-${person.person}`, value: person.person });
  input.addEventListener("change", () => be(person.person));
  const told = element("span", {}, person.nama, element("small", { textContent: person.jabatan }));
  return element("label", {}, input, told);
}

function start(state) {
  ({ grup, commands } = state);
  const before = me?.person;
  people.clear();
  messages.clear();
  for (const message of state.messages) messages.set(message.id, message);
  for (const row of document.querySelectorAll("#people label")) row.remove();
  for (const person of state.people) {
    people.set(person.person, { ...person, label: personRow(person) });
    $("people").append(people.get(person.person).label);
  }
  setClock(state.now);
  const first = state.people.find((person) => person.role === "anggota") ?? state.people[0];
  be(people.has(before) ? before : first.person);
}

// ---- wiring

const events = new EventSource("/events");
const hear = (name, run) => events.addEventListener(name, (event) => run(JSON.parse(event.data)));
hear("state", start);
hear("message", (message) => {
  for (const note of document.querySelectorAll(".empty")) if (message.chat === chatOf(phones[note.closest(".phone").dataset.kind])) note.remove();
  put(message);
});
hear("deleted", ({ id }) => {
  messages.delete(id);
  document.querySelector(`[data-id="${id}"]`)?.remove();
});
hear("toast", ({ person, text }) => person === me.person && toast(text));
hear("clock", ({ now }) => setClock(now));
events.addEventListener("error", () => toast("Sambungan ke bot terputus. Mencoba lagi…"));
setInterval(tick, 1000);

$("advance").addEventListener("click", () => post("/advance", []));
$("viewer").addEventListener("click", (event) => event.target.matches("dialog, button") && $("viewer").close());
for (const button of document.querySelectorAll("nav button")) button.addEventListener("click", () => show(button.dataset.show));
for (const hint of document.querySelectorAll("[data-role]")) {
  hint.addEventListener("click", () => {
    show("private");
    if (me.role !== hint.dataset.role) be([...people.values()].find((person) => person.role === hint.dataset.role).person);
    write(phones.private, hint.dataset.text);
  });
}
