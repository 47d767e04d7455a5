// What the page knows, and its two ways to the outside: posting to the server, telling the person.
import { $ } from "./dom.js";

export const here = { me: null, grup: null, commands: [], people: new Map(), messages: new Map(), unread: new Map(), busy: new Map() };

export const chatOf = (phone) => (phone.kind === "group" ? here.grup.chat : here.me.chat);

export async function post(path, fields) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  const answer = await fetch(path, { method: "POST", body: form }).catch(() => null);
  if (!answer?.ok) toast("Tidak terkirim. Coba sekali lagi.");
  return Boolean(answer?.ok);
}

export function toast(text) {
  const shown = $("toast");
  shown.textContent = text;
  shown.hidden = false;
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => { shown.hidden = true; }, 4000);
}
