// The player seen from the page: it turns to the phone on which something happens, types, and shows how far it is.
import { be, phones, show } from "./chats.js";
import { $, still } from "./dom.js";
import { wait } from "./keyboard.js";
import { write } from "./phone.js";
import { here, post, toast } from "./state.js";

const ENDS = {
  done: "Selesai. Silakan lanjutkan sendiri.",
  stopped: "Pemutaran dihentikan.",
  lost: "Pemutaran berhenti karena chat-nya sudah lain. Mulai dari awal, lalu putar lagi.",
};
const LETTER = 14;
let typing;

// `quiet`: how it stood when the page opened.
export function follow(play, quiet = false) {
  const going = play.state === "playing" || play.state === "paused";
  const player = $("player");
  player.hidden = !going;
  for (const button of document.querySelectorAll("[data-play]")) button.disabled = going;
  if (play.state in ENDS && !quiet) toast(ENDS[play.state]);
  if (!going) return;
  player.querySelector("p b").textContent = `${play.title}:`;
  player.querySelector("p span").textContent = play.tells;
  Object.assign(player.querySelector("progress"), { max: play.of, value: play.place });
  const pause = player.querySelector("[data-do=pause], [data-do=resume]");
  pause.dataset.do = play.state === "paused" ? "resume" : "pause";
  pause.textContent = play.state === "paused" ? "Lanjutkan" : "Jeda";
  if (play.state === "playing") turn(play);
}

function turn(play) {
  if (play.person && here.people.has(play.person) && here.me.person !== play.person) be(play.person);
  show(play.group ? "group" : "private");
  const phone = phones[play.group ? "group" : "private"];
  if (play.press) [...phone.list.querySelectorAll(".keyboard button")].filter((key) => key.textContent === play.press).slice(-1).forEach(wait);
  if (play.text && !phone.text.value) type(phone, play.text);
}

function type(phone, text) {
  clearInterval(typing);
  let end = still() ? text.length : 0;
  const by = Math.ceil(text.length / 40);
  phone.typed = true;
  typing = setInterval(() => {
    end = Math.min(text.length, end + by);
    if (!phone.typed) return clearInterval(typing);
    write(phone, text.slice(0, end), false);
    if (end === text.length) clearInterval(typing);
    return end;
  }, LETTER);
}

// What was typed has been sent.
export function sent(message) {
  for (const phone of Object.values(phones)) {
    if (!phone.typed || !message.person) continue;
    phone.typed = false;
    write(phone, "", false);
  }
}

const ask = (what) => post("/play", [["what", what]]);

for (const button of document.querySelectorAll("[data-play]")) button.addEventListener("click", () => ask(button.dataset.play));
for (const button of document.querySelectorAll("#player button")) button.addEventListener("click", () => ask(button.dataset.do));
