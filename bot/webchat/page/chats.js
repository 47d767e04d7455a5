// What the two phones show: whose they are, which bubbles stand in them, what is new elsewhere.
import { bubble, element, when } from "./bubble.js";
import { choose, makePhone, say, toggleCommands } from "./phone.js";
import { chatOf, here, post } from "./state.js";

const $ = (id) => document.getElementById(id);
const { people, messages, unread } = here;
export const phones = { private: makePhone("private"), group: makePhone("group") };
const doing = { press, follow, view };

function press(message, button) {
  if (!button.start) return post("/press", [["person", here.me.person], ["message", message.id], ["data", button.data]]);
  show("private");
  return say(phones.private, `/start ${button.start}`);
}

function follow(message) {
  show("private");
  if (people.has("tamu")) be("tamu");
  return say(phones.private, `/start ${message.start}`);
}

function view(file) {
  const viewer = $("viewer");
  viewer.querySelector("img").src = file.url;
  viewer.querySelector("img").alt = file.name;
  Object.assign(viewer.querySelector("a"), { href: file.url, download: file.name });
  viewer.showModal();
}

export function put(message) {
  const known = messages.has(message.id);
  messages.set(message.id, message);
  for (const phone of Object.values(phones)) {
    if (message.chat !== chatOf(phone)) continue;
    if (known) phone.list.querySelector(`[data-id="${message.id}"]`)?.replaceWith(bubble(message, here.me, doing));
    else append(phone, message);
    bottom(phone);
  }
  if (!known && !visible(message.chat)) note(message.chat, true);
}

function append(phone, message) {
  phone.list.querySelector(".empty")?.remove();
  const day = when(message.at).day;
  if (phone.day !== day) phone.list.append(element("p", { className: "day", textContent: day }));
  phone.day = day;
  phone.list.append(bubble(message, here.me, doing));
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
  return phone.kind === "group" ? "Di sini bot memposting kolase dan laporan." : "Kirim foto kegiatan dengan keterangannya, atau ketik /start.";
}

export function be(person) {
  here.me = people.get(person);
  $(`person-${person}`).checked = true;
  here.me.label.scrollIntoView({ block: "nearest", inline: "center" });
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
  phone.root.setAttribute("aria-label", group ? here.grup.nama : `Chat pribadi ${here.me.nama} dengan bot`);
  phone.root.querySelector("h2").textContent = group ? here.grup.nama : "Bot Bakohumas";
  phone.root.querySelector(".avatar").textContent = group ? "G" : "B";
  const members = [...people.values()].filter((person) => person.role).length;
  phone.root.querySelector(".who").textContent = group ? `${members} anggota dan bot` : `Ponsel ${here.me.nama}`;
}

export function show(kind) {
  document.body.dataset.shown = kind;
  for (const button of document.querySelectorAll("nav button")) {
    button.setAttribute("aria-pressed", String(button.dataset.show === kind));
  }
  note(chatOf(phones[kind]), false);
  bottom(phones[kind]);
}
