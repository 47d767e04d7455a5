// The page of the try-out: what the server tells becomes bubbles, what people do is posted.
import { element, when } from "./bubble.js";
import { be, phones, put, show } from "./chats.js";
import { write } from "./phone.js";
import { here, post, toast } from "./state.js";

const $ = (id) => document.getElementById(id);
const { people, messages } = here;
let clock;

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
  Object.assign(here, { grup: state.grup, commands: state.commands });
  const before = here.me?.person;
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
hear("message", put);
hear("deleted", ({ id }) => {
  messages.delete(id);
  document.querySelector(`[data-id="${id}"]`)?.remove();
});
hear("toast", ({ person, text }) => person === here.me.person && toast(text));
hear("clock", ({ now }) => setClock(now));
events.addEventListener("error", () => toast("Sambungan ke bot terputus. Mencoba lagi…"));
setInterval(tick, 1000);

$("advance").addEventListener("click", () => post("/advance", []));
$("viewer").addEventListener("click", (event) => event.target.matches("dialog, button") && $("viewer").close());
for (const button of document.querySelectorAll("nav button")) button.addEventListener("click", () => show(button.dataset.show));
for (const hint of document.querySelectorAll("[data-role]")) {
  hint.addEventListener("click", () => {
    if (!here.me) return;
    show("private");
    if (here.me.role !== hint.dataset.role) be([...people.values()].find((person) => person.role === hint.dataset.role).person);
    write(phones.private, hint.dataset.text);
  });
}
