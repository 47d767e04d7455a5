// What the next message is about: a message that it replies to, or an own one whose words it exchanges.
import { element } from "./dom.js";
import { write } from "./phone.js";
import { chatOf, here } from "./state.js";

const SAID = { reply: "Membalas", edit: "Mengubah" };

export function makeAbout(phone) {
  phone.bar = phone.find(".about");
  phone.bar.querySelector("button").addEventListener("click", () => leave(phone));
  phone.text.addEventListener("keydown", (event) => keys(phone, event));
}

// The keys are those of Telegram on a desktop: up for one's last words, with Ctrl for an answer.
function keys(phone, event) {
  if (event.defaultPrevented) return;
  if (event.key === "Escape" && phone.about) return leave(phone);
  if (event.key !== "ArrowUp" || phone.text.value || phone.about) return;
  const said = [...here.messages.values()].filter((message) => message.chat === chatOf(phone));
  const last = said.findLast((message) => (event.ctrlKey ? message.person !== here.me.person : mayEdit(message)));
  if (!last) return;
  event.preventDefault();
  about(phone, event.ctrlKey ? "reply" : "edit", last);
}

export const mayEdit = (message) => message.person === here.me.person && Boolean(message.text);

export function about(phone, how, message) {
  phone.about = { how, message };
  const [whom, words] = [phone.bar.querySelector("b"), phone.bar.querySelector("span")];
  whom.textContent = `${SAID[how]} ${how === "reply" ? author(message) : "pesan Anda"}`;
  words.textContent = ` ${gist(message)}`;
  phone.bar.hidden = false;
  if (how === "edit") write(phone, message.text);
  else phone.text.focus();
}

export function settle(phone) {
  phone.about = null;
  phone.bar.hidden = true;
}

function leave(phone) {
  if (phone.about?.how === "edit") write(phone, "");
  settle(phone);
  phone.text.focus();
}

export const author = (message) => (message.person ? message.name : "Bot");

export function gist(message) {
  return message.title || message.text.split("\n")[0] || (message.files.length ? "foto" : "");
}

// A press on a bubble shows what can be done with it.
export function acts(message, doing) {
  const key = (label, how) => {
    const made = element("button", { type: "button", textContent: label });
    made.addEventListener("click", () => doing.about(how, message));
    return made;
  };
  const keys = [key("Balas", "reply"), ...(mayEdit(message) ? [key("Ubah", "edit")] : [])];
  return element("div", { className: "acts", hidden: true }, ...keys);
}

export function touched(event, shown) {
  if (event.target.closest("button, a, img") || !getSelection().isCollapsed) return false;
  shown.hidden = !shown.hidden;
  return true;
}
