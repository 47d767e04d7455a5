// One message as a bubble. Everything that anybody wrote goes in as text, never as markup.
const zone = { timeZone: "Asia/Jakarta" };
const dayFormat = new Intl.DateTimeFormat("id-ID", { ...zone, weekday: "long", day: "numeric", month: "long", year: "numeric" });

export function when(at, seconds = false) {
  const date = new Date(at);
  const second = seconds ? "2-digit" : undefined;
  const hour = new Intl.DateTimeFormat("id-ID", { ...zone, hour: "2-digit", minute: "2-digit", second, hourCycle: "h23" });
  return { day: dayFormat.format(date), hour: `${hour.format(date).replaceAll(":", ".")}${seconds ? " WIB" : ""}` };
}

export function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

export function bubble(message, me, doing) {
  const mine = message.person === me.person;
  const body = element("div", { className: "bubble" }, ...parts(message, mine, doing));
  const made = element("article", { className: mine ? "mine" : "theirs" }, body);
  made.dataset.id = message.id;
  if (message.menu.length) made.append(keyboard(message, doing));
  if (message.reaction) made.append(element("span", { className: "reaction", textContent: message.reaction }));
  return made;
}

function parts(message, mine, doing) {
  const shown = [];
  if (message.person && !mine) shown.push(element("p", { className: "author", textContent: message.name }));
  if (message.files.length) shown.push(files(message.files, doing));
  if (message.title) shown.push(element("strong", { textContent: message.title }));
  if (message.text) shown.push(element("p", { className: "text", textContent: message.text }));
  shown.push(...links(message, doing));
  const hour = when(message.at).hour;
  shown.push(element("span", { className: "at", textContent: message.edited ? `diubah ${hour}` : hour }));
  return shown;
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

function files(list, doing) {
  const pictures = list.filter((file) => file.picture);
  const grid = element("div", { className: pictures.length > 1 ? "files album" : "files" });
  for (const file of list) grid.append(file.picture ? picture(file, doing) : paper(file));
  return grid;
}

function picture(file, doing) {
  const button = element("button", { type: "button", className: "picture", ariaLabel: `Perbesar ${file.name}` });
  const image = element("img", { src: file.url, alt: file.name });
  image.addEventListener("load", () => {
    const list = button.closest(".messages");
    if (list) list.scrollTop = list.scrollHeight;
  });
  button.append(image);
  button.addEventListener("click", () => doing.view(file));
  return button;
}

function paper(file) {
  const kind = element("span", { className: "kind", textContent: file.name.split(".").pop().slice(0, 4) });
  const size = `${Math.max(1, Math.round(file.size / 1024)).toLocaleString("id-ID")} kB`;
  const told = element("span", {}, file.name, element("small", { textContent: size }));
  if (!file.url) return element("p", { className: "paper" }, kind, told);
  return element("a", { className: "paper", href: file.url, download: file.name }, kind, told);
}

const STYLES = { Simpan: "save", Hapus: "remove" };

function keyboard(message, doing) {
  const rows = message.menu.filter((row) => row.length).map((row) => element("div", {}, ...row.map((button) => key(message, button, doing))));
  return element("div", { className: "keyboard" }, ...rows);
}

function key(message, button, doing) {
  const made = element("button", { type: "button", textContent: button.label, className: STYLES[button.label] ?? "" });
  if (button.start) made.textContent = `${button.label} ↗`;
  made.addEventListener("click", () => doing.press(message, button));
  return made;
}
