// The list of commands: by its button or by typing "/", narrowed by what is typed, walked with the arrow keys.
import { element } from "./dom.js";
import { here } from "./state.js";

export function makeCommands(phone) {
  phone.commands = phone.find(".commands");
  phone.commands.id = `commands-${phone.kind}`;
  phone.text.setAttribute("aria-controls", phone.commands.id);
  phone.menu.setAttribute("aria-controls", phone.commands.id);
  phone.menu.addEventListener("click", () => {
    const opening = phone.commands.hidden;
    open(phone, opening ? offered(phone) : []);
    phone.text.focus();
  });
  phone.text.addEventListener("input", () => open(phone, matching(phone)));
  phone.text.addEventListener("keydown", (event) => walk(phone, event));
  phone.root.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !phone.find("form").contains(event.relatedTarget)) open(phone, []);
  });
}

function offered(phone) {
  const { me, commands } = here;
  if (phone.kind === "group") return commands.filter((command) => command.grup && command.roles.includes(me.role));
  if (!me.role) return commands.filter((command) => command.word === "/start");
  return commands.filter((command) => command.listed.includes(me.role));
}

function matching(phone) {
  const { value } = phone.text;
  if (!/^\/[a-z]*$/i.test(value)) return [];
  return offered(phone).filter((command) => command.word.startsWith(value.toLowerCase()) && command.word !== value);
}

export function open(phone, list) {
  phone.commands.replaceChildren(...list.map((command, at) => offer(phone, command, at)));
  phone.commands.hidden = !list.length;
  phone.menu.setAttribute("aria-expanded", String(Boolean(list.length)));
  phone.text.removeAttribute("aria-activedescendant");
}

function offer(phone, command, at) {
  const told = [element("b", { textContent: command.word }), element("span", { textContent: command.tells })];
  const option = element("li", { id: `${phone.commands.id}-${at}`, aria: { role: "option", selected: "false" } }, ...told);
  option.addEventListener("mousedown", (event) => event.preventDefault());
  option.addEventListener("click", () => take(phone, command.word));
  return option;
}

function take(phone, word) {
  phone.text.value = `${word} `;
  open(phone, []);
  phone.text.focus();
}

const MOVES = { ArrowDown: 1, ArrowUp: -1 };

function walk(phone, event) {
  if (phone.commands.hidden || event.isComposing) return;
  const chosen = phone.commands.querySelector("[aria-selected=true]");
  if (event.key === "Escape") open(phone, []);
  else if (event.key in MOVES) select(phone, chosen, MOVES[event.key]);
  else if (event.key === "Enter" && chosen) chosen.click();
  else return;
  event.preventDefault();
}

function select(phone, chosen, by) {
  const options = [...phone.commands.children];
  const at = chosen ? options.indexOf(chosen) + by : by > 0 ? 0 : -1;
  const next = options.at(at % options.length);
  chosen?.setAttribute("aria-selected", "false");
  next.setAttribute("aria-selected", "true");
  next.scrollIntoView({ block: "nearest" });
  phone.text.setAttribute("aria-activedescendant", next.id);
}
