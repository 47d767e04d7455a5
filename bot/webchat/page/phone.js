// A phone: where one writes, chooses photos and commands, and sends.
import { about, makeAbout, settle } from "./about.js";
import { makeCommands } from "./commands.js";
import { $ } from "./dom.js";
import { makePhotos, showChosen } from "./photos.js";
import { makeScroll } from "./scroll.js";
import { chatOf, here, post } from "./state.js";

export function makePhone(kind) {
  const root = $("phone").content.firstElementChild.cloneNode(true);
  const find = (selector) => root.querySelector(selector);
  const parts = { list: find(".messages"), text: find("textarea"), strip: find(".chosen"), down: find(".down"), menu: find(".menu") };
  const phone = { kind, root, find, ...parts, chosen: [], hint: "" };
  root.dataset.kind = kind;
  find("use").setAttribute("href", kind === "group" ? "#i-group" : "#i-bot");
  makeScroll(phone);
  makePhotos(phone);
  makeCommands(phone);
  makeAbout(phone);
  makeWriting(phone);
  $("phones").append(root);
  return phone;
}

function makeWriting(phone) {
  phone.find("form").addEventListener("submit", (event) => { event.preventDefault(); send(phone); });
  phone.text.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send(phone);
  });
  phone.text.addEventListener("input", () => grow(phone.text));
}

function grow(text) {
  text.style.height = "auto";
  text.style.height = `${text.scrollHeight + text.offsetHeight - text.clientHeight}px`;
}

async function send(phone) {
  const [text, files, said] = [phone.text.value, phone.chosen, phone.about];
  if (!text.trim() && !files.length) return;
  set(phone, "", []);
  settle(phone);
  phone.text.focus();
  const sent = said?.how === "edit" ? reword(said.message, text) : say(phone, text, files, said?.message);
  if (await sent) return;
  if (said) about(phone, said.how, said.message);
  set(phone, text, files);
}

const reword = (message, text) => post("/edit", [["person", here.me.person], ["message", message.id], ["text", text]]);

export async function say(phone, text, files = [], replied = null) {
  const chat = chatOf(phone);
  const photos = files.map((file) => ["foto", file, file.name]);
  phone.sending = (phone.sending ?? 0) + files.length;
  if (phone.kind === "private" || text.startsWith("/")) expect(chat);
  busy(phone);
  const sent = await post("/message", [["person", here.me.person], ["chat", chat], ["text", text], ["reply", replied?.id ?? ""], ...photos]);
  phone.sending -= files.length;
  if (!sent) answered(chat);
  busy(phone);
  return sent;
}

const LONGEST_ANSWER = 8000;

// The bot is at it: until it says something there, or clearly will not.
function expect(chat) {
  clearTimeout(here.busy.get(chat));
  here.busy.set(chat, setTimeout(() => answered(chat), LONGEST_ANSWER));
}

export function answered(chat) {
  clearTimeout(here.busy.get(chat));
  here.busy.delete(chat);
  dispatchEvent(new CustomEvent("busy"));
}

export function busy(phone) {
  const who = phone.find(".who");
  const typing = here.busy.has(chatOf(phone));
  who.classList.toggle("typing", typing || phone.sending > 0);
  if (phone.sending) who.textContent = `mengirim ${phone.sending} berkas…`;
  else who.textContent = typing ? "bot sedang mengetik…" : phone.who;
}

function set(phone, text, files) {
  phone.chosen = files;
  showChosen(phone);
  write(phone, text, false);
}

export function hint(phone, words = "") {
  phone.hint = words;
  phone.text.placeholder = phone.chosen.length ? "Keterangan foto" : words || "Pesan";
}

export function write(phone, text, focus = true) {
  phone.text.value = text;
  phone.text.dispatchEvent(new Event("input"));
  if (focus) phone.text.focus();
}
