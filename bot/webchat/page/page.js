// The page of the try-out: what the server tells becomes bubbles, what people do is posted.
import { be, put, remove, show } from "./chats.js";
import { begun, setClock } from "./controls.js";
import { $ } from "./dom.js";
import { answered } from "./keyboard.js";
import { badge, list } from "./people.js";
import { follow, sent } from "./play.js";
import { here, toast } from "./state.js";

for (const button of document.querySelectorAll("nav button")) {
  button.append(badge());
  button.addEventListener("click", () => show(button.dataset.show));
}

function start(state) {
  begun();
  Object.assign(here, { grup: state.grup, commands: state.commands });
  const before = here.me?.person;
  here.messages.clear();
  here.unread.clear();
  for (const message of state.messages) here.messages.set(message.id, message);
  list(state.people, be, () => show("private"));
  setClock(state.now);
  $("anew").hidden = !state.sample;
  for (const button of document.querySelectorAll("[data-play]")) button.hidden = !state.scripts.includes(button.dataset.play);
  const first = state.people.find((person) => person.role === "anggota") ?? state.people[0];
  be(here.people.has(before) ? before : first.person);
  follow(state.play, true);
  document.body.classList.remove("away");
}

const events = new EventSource("/events");
const hear = (name, run) => events.addEventListener(name, (event) => run(JSON.parse(event.data)));
hear("state", start);
hear("message", (message) => { sent(message); put(message); });
hear("deleted", remove);
hear("toast", ({ person, text }) => {
  answered();
  if (person === here.me.person) toast(text);
});
hear("clock", ({ now }) => setClock(now));
hear("play", (play) => follow(play));
events.addEventListener("error", () => {
  if (document.body.matches(".starting, .away")) return;
  document.body.classList.add("away");
  toast("Sambungan ke bot terputus. Mencoba lagi…");
});
addEventListener("pagehide", () => events.close());
