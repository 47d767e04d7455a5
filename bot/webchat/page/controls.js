// The controls around the phones: the hour, Friday, what is due next, the beginning, and what there is to try.
import { be, phones, show } from "./chats.js";
import { $ } from "./dom.js";
import { write } from "./phone.js";
import { example } from "./photos.js";
import { here, post, toast } from "./state.js";
import { when } from "./words.js";

let clock;

function tick() {
  if (!clock) return;
  const { day, hour, second } = when(new Date(clock.now + performance.now() - clock.since));
  $("day").textContent = day;
  $("hour").textContent = second;
  for (const shown of document.querySelectorAll(".status .hour")) shown.textContent = hour;
}

export function setClock(now) {
  clock = { now: Date.parse(now), since: performance.now() };
  tick();
}

// ---- the menu of a narrow screen

function unfold(open) {
  $("menu").setAttribute("aria-expanded", String(open));
  document.body.classList.toggle("unfolded", open);
}

$("menu").addEventListener("click", () => unfold($("menu").getAttribute("aria-expanded") === "false"));
$("controls").addEventListener("click", (event) => event.target.closest("button") && unfold(false));
addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !document.body.classList.contains("unfolded")) return;
  unfold(false);
  $("menu").focus();
});
addEventListener("pointerdown", (event) => event.target.closest(".top") || unfold(false));

// ---- the guide: once understood it stays away

const SEEN = "petunjuk-dimengerti";
const remembered = () => { try { return localStorage.getItem(SEEN); } catch { return null; } };
const remember = (seen) => { try { localStorage.setItem(SEEN, seen); } catch { /* a browser that remembers nothing shows it again */ } };

function guide(open) {
  $("guide").hidden = !open;
  $("help").setAttribute("aria-expanded", String(open));
  remember(open ? "" : "ya");
}

guide(!remembered());
$("help").addEventListener("click", () => guide($("guide").hidden));
$("understood").addEventListener("click", () => { guide(false); phones.private.text.focus(); });
for (const hint of document.querySelectorAll("[data-role]")) {
  hint.addEventListener("click", () => {
    if (!here.me) return;
    show("private");
    if (here.me.role !== hint.dataset.role) be([...here.people.values()].find((person) => person.role === hint.dataset.role).person);
    if (hint.dataset.role === "anggota") example(phones.private, hint.dataset.text);
    else write(phones.private, hint.dataset.text);
  });
}

// ---- Friday, what is due next, and the beginning

$("advance").addEventListener("click", () => post("/advance", []));
$("following").addEventListener("click", () => post("/following", []));
$("anew").addEventListener("click", () => { $("ask").returnValue = ""; $("ask").showModal(); });
$("ask").addEventListener("close", async () => {
  if ($("ask").returnValue !== "anew") return;
  document.body.classList.add("starting");
  if (await post("/anew", [])) toast("Memulai dari awal…");
});

export function begun() {
  if (!document.body.classList.contains("starting")) return;
  document.body.classList.remove("starting");
  here.me = null;
  guide(true);
  toast("Semua seperti semula.");
}

setInterval(tick, 1000);
