// One message as a bubble. Everything that anybody wrote goes in as text, never as markup.
import { acts, author as writer, gist, touched } from "./about.js";
import { element, icon } from "./dom.js";
import { files } from "./files.js";
import { keyboard } from "./keyboard.js";
import { here } from "./state.js";
import { initials, when } from "./words.js";

const COMMAND = /(^|[\s(“])(\/[a-z_]+)(?![\w/])/g;

export function bubble(message, me, doing, before = null) {
  const mine = message.person === me.person;
  const said = element("div", { className: "bubble" }, ...parts(message, mine, doing, before));
  const doable = acts(message, doing);
  said.addEventListener("click", (event) => touched(event, doable) && doing.settle());
  const stack = element("div", { className: "stack" }, said, doable);
  if (message.menu.length) stack.append(keyboard(message, doing));
  if (message.reaction) stack.append(reaction(message));
  // What the bot is still working on ends in dots and offers nothing to press.
  const running = !message.person && !message.menu.length && message.text.endsWith("…");
  const made = element("article", { className: `${mine ? "mine" : "theirs"}${running ? " running" : ""}`, data: { id: message.id, by: message.person } }, stack);
  made.setAttribute("aria-label", `${author(message, mine)}, ${when(message.at).hour}`);
  if (!mine && message.chat === here.grup.chat) made.prepend(face(message));
  return made;
}

function author(message, mine) {
  return mine ? "Anda" : writer(message);
}

const hue = (person) => `hue-${here.people.get(person)?.hue ?? "bot"}`;

function face(message) {
  const shown = message.person ? initials(message.name) : icon("bot");
  return element("span", { className: `face ${hue(message.person)}`, ariaHidden: "true" }, shown);
}

function reaction(message) {
  return element("span", { className: "reaction", textContent: message.reaction, aria: { role: "img", label: `Reaksi bot: ${message.reaction}` } });
}

function parts(message, mine, doing, before) {
  const shown = [];
  const old = before && new Set(before.text.split("\n"));
  if (message.person && !mine) shown.push(element("p", { className: `author ${hue(message.person)}`, textContent: message.name }));
  const replied = here.messages.get(message.reply);
  if (replied) shown.push(element("p", { className: "quote" }, element("b", { textContent: writer(replied) }), ` ${gist(replied)}`));
  if (message.files.length) shown.push(files(message, doing));
  if (message.title) shown.push(element("strong", { textContent: message.title, className: before && before.title !== message.title ? "fresh" : "" }));
  if (message.text) shown.push(element("p", { className: "text" }, ...lines(message.text, old, doing)));
  shown.push(...message.blocks.map(block), ...links(message, doing));
  const hour = when(message.at).hour;
  shown.push(element("span", { className: "at", textContent: message.edited ? `diubah ${hour}` : hour }));
  return shown;
}

// A text of its own, which a touch copies, as in Telegram.
function block(text) {
  const made = element("button", { type: "button", className: "block", textContent: text, title: "Salin teks ini" });
  made.addEventListener("click", () => navigator.clipboard.writeText(text));
  return made;
}

// Of an edited message the lines that are new light up for a moment.
function lines(text, old, doing) {
  const shown = [];
  for (const line of text.split("\n")) {
    if (shown.length) shown.push("\n");
    const fresh = old && line && !old.has(line);
    if (fresh) shown.push(element("span", { className: "fresh" }, ...words(line, doing)));
    else shown.push(...words(line, doing));
  }
  return shown;
}

// A command in a text can be touched, as in every messenger with bots.
function words(line, doing) {
  const shown = [];
  let end = 0;
  for (const found of line.matchAll(COMMAND)) {
    if (!here.commands.some((command) => command.word === found[2])) continue;
    const start = found.index + found[1].length;
    const touch = element("button", { type: "button", className: "command", textContent: found[2] });
    touch.addEventListener("click", () => doing.write(found[2]));
    shown.push(line.slice(end, start), touch);
    end = start + found[2].length;
  }
  return [...shown, line.slice(end)].filter((part) => part !== "");
}

function links(message, doing) {
  const shown = [];
  if (message.start) {
    const link = element("button", { type: "button", className: "link", textContent: `bot?start=${message.start}` });
    link.title = "Buka sebagai orang baru";
    link.addEventListener("click", () => doing.follow(message));
    shown.push(link);
  }
  if (message.startgroup) shown.push(element("p", { className: "text", textContent: `bot?startgroup=${message.startgroup}` }));
  return shown;
}
