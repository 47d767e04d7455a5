// Who one can be on the page, and where something is new.
import { $, element } from "./dom.js";
import { chatOf, here } from "./state.js";
import { initials } from "./words.js";

const HUES = 8;

export function list(people, choose, touched) {
  here.people.clear();
  for (const row of document.querySelectorAll("#people label")) row.remove();
  for (const [at, person] of people.entries()) {
    const known = { ...person, hue: person.role ? at % HUES : "guest" };
    here.people.set(person.person, { ...known, label: row(known, choose, touched) });
    $("people").append(here.people.get(person.person).label);
  }
}

function row(person, choose, touched) {
  const input = element("input", { type: "radio", name: "person", id: `person-${person.person}`, value: person.person });
  input.addEventListener("change", () => choose(person.person));
  input.addEventListener("click", touched);
  const face = element("span", { className: `face hue-${person.hue}`, textContent: initials(person.nama), ariaHidden: "true" });
  const told = element("span", { className: "told" }, element("span", { className: "nama", textContent: person.nama }), element("small", { textContent: person.jabatan }));
  return element("label", { title: person.nama }, input, face, told, badge());
}

export function badge() {
  return element("span", { className: "badge", hidden: true });
}

export function visible(phones, chat) {
  const wide = getComputedStyle(document.querySelector("nav")).display === "none";
  const shown = wide ? Object.values(phones) : [phones[document.body.dataset.shown]];
  return shown.some((phone) => chatOf(phone) === chat);
}

// `news`: how many more there are, 0 when all has been seen.
export function note(phones, chat, news) {
  here.unread.set(chat, news ? (here.unread.get(chat) ?? 0) + news : 0);
  for (const person of here.people.values()) show(person.label.querySelector(".badge"), person.chat);
  for (const button of document.querySelectorAll("nav button")) {
    show(button.querySelector(".badge"), chatOf(phones[button.dataset.show]));
  }
}

function show(shown, chat) {
  const count = here.unread.get(chat) ?? 0;
  shown.hidden = !count;
  shown.textContent = count ? String(count) : "";
  shown.title = count ? `${count} pesan baru` : "";
}
