// What the two phones show: whose they are, and which bubbles stand in them.
import { about, settle } from "./about.js";
import { bubble } from "./bubble.js";
import { open } from "./commands.js";
import { $, element } from "./dom.js";
import { empty, head } from "./heads.js";
import { held, refocus, answered as release } from "./keyboard.js";
import { note, visible } from "./people.js";
import { answered, busy, hint, makePhone, say, write } from "./phone.js";
import { example, showChosen } from "./photos.js";
import { bottom, keeping } from "./scroll.js";
import { chatOf, here, post } from "./state.js";
import { when } from "./words.js";

const { people, messages } = here;
export const phones = { private: makePhone("private"), group: makePhone("group") };
const both = Object.values(phones);
const TOGETHER = 5 * 60 * 1000;

const doing = {
  press(message, button) {
    // What adds the bot to a group is, here, the leader's word in the one group that there is.
    if (button.startgroup) {
      show("group");
      return say(phones.group, `/${button.startgroup}`);
    }
    if (!button.start) return post("/press", [["person", here.me.person], ["message", message.id], ["data", button.data]]);
    show("private");
    return say(phones.private, `/start ${button.start}`);
  },
  follow(message) {
    show("private");
    if (people.has("tamu")) be("tamu");
    return say(phones.private, `/start ${message.start}`);
  },
  write(word) {
    show("private");
    write(phones.private, `${word} `);
  },
  begin: () => say(phones.private, "/start"),
  example: () => example(phones.private),
  about: (how, message) => about(both.find((phone) => chatOf(phone) === message.chat), how, message),
  friday: () => post("/advance", []),
  settle() {
    for (const phone of both) if (phone.sticky) bottom(phone);
  },
};

export function put(message) {
  const before = messages.get(message.id);
  messages.set(message.id, message);
  if (!message.person) answered(message.chat);
  release();
  for (const phone of both.filter((one) => chatOf(one) === message.chat)) {
    if (before) keeping(phone, () => change(phone, message, before));
    else keeping(phone, () => append(phone, message, true), message.person === here.me.person ? 0 : 1);
    if (!before && message.person === here.me.person) bottom(phone);
    read(phone);
  }
  if (!before && !visible(phones, message.chat)) note(phones, message.chat, 1);
}

function change(phone, message, before) {
  const old = find(phone, message.id);
  if (!old) return;
  const said = message.text !== before.text || message.title !== before.title || message.files.length !== before.files.length;
  const fresh = bubble(message, here.me, doing, said ? before : null);
  fresh.classList.toggle("joined", old.classList.contains("joined"));
  fresh.classList.toggle("changed", said);
  fresh.querySelector(".acts").hidden = old.querySelector(".acts").hidden;
  const label = held(old);
  old.replaceWith(fresh);
  refocus(label, fresh, phone.text);
}

export function remove({ id, chat }) {
  messages.delete(id);
  for (const phone of both.filter((one) => chatOf(one) === chat)) {
    const old = find(phone, id);
    if (!old) continue;
    refocus(held(old), null, phone.text);
    keeping(phone, () => old.remove());
    read(phone);
  }
}

const find = (phone, id) => phone.list.querySelector(`[data-id="${CSS.escape(id)}"]`);

function append(phone, message, isNew) {
  phone.find(".empty")?.remove();
  const day = when(message.at).day;
  if (phone.day !== day) phone.list.append(element("p", { className: "day", textContent: day }));
  const shown = bubble(message, here.me, doing);
  const last = phone.list.lastElementChild;
  const soon = Date.parse(message.at) - phone.last < TOGETHER;
  shown.classList.toggle("joined", soon && last.dataset.by === message.person && last.matches("article"));
  shown.classList.toggle("new", isNew);
  Object.assign(phone, { day, last: Date.parse(message.at) });
  phone.list.append(shown);
}

// The bot's newest words there: what they ask for stands where one writes, and what stands above them was read.
function read(phone) {
  const said = [...messages.values()].filter((message) => message.chat === chatOf(phone));
  const bots = said.filter((message) => !message.person);
  hint(phone, bots.at(-1)?.placeholder ?? "");
  for (const mine of phone.list.querySelectorAll(".mine:not(.read)")) {
    const seen = mine.querySelector(".reaction") || bots.some((message) => Number(message.id) > Number(mine.dataset.id));
    mine.classList.toggle("read", Boolean(seen));
  }
  busy(phone);
}

function fill(phone) {
  Object.assign(phone, { day: "", last: 0 });
  phone.list.setAttribute("aria-busy", "true");
  phone.list.replaceChildren();
  for (const message of messages.values()) if (message.chat === chatOf(phone)) append(phone, message, false);
  if (!phone.list.children.length) phone.list.append(empty(phone, doing));
  phone.list.setAttribute("aria-busy", "false");
  bottom(phone);
  read(phone);
}

export function be(person) {
  here.me = people.get(person);
  $(`person-${person}`).checked = true;
  here.me.label.scrollIntoView({ block: "nearest", inline: "center" });
  phones.private.chosen = [];
  showChosen(phones.private);
  for (const phone of both) {
    settle(phone);
    head(phone);
    fill(phone);
    open(phone, []);
  }
  for (const phone of both) if (visible(phones, chatOf(phone))) note(phones, chatOf(phone), 0);
}

export function show(kind) {
  document.body.dataset.shown = kind;
  for (const button of document.querySelectorAll("nav button")) {
    button.setAttribute("aria-pressed", String(button.dataset.show === kind));
  }
  note(phones, chatOf(phones[kind]), 0);
  bottom(phones[kind]);
}

addEventListener("busy", () => here.me && both.forEach(busy));
