// What is to be sent along: chosen, dropped onto the phone or pasted, shown first, and taken out again.
import { element, icon } from "./dom.js";
import { kind } from "./files.js";
import { hint, write } from "./phone.js";
import { toast } from "./state.js";

const ELSEWHERE = "Foto dikirim lewat chat pribadi dengan bot.";

export function makePhotos(phone) {
  const attach = phone.find(".attach");
  if (phone.kind === "group") attach.remove();
  else attach.querySelector("input").addEventListener("change", ({ target }) => {
    add(phone, [...target.files]);
    target.value = "";
  });
  phone.text.addEventListener("paste", (event) => paste(phone, event));
  makeDrop(phone);
}

function add(phone, files) {
  if (phone.kind === "group") return toast(ELSEWHERE);
  phone.chosen = [...phone.chosen, ...files];
  showChosen(phone);
  return phone.text.focus();
}

// Who has no photo at hand gets one of ours; all is there but the touch on the arrow.
export async function example(phone, text = "Rapat Pleno Rutin") {
  write(phone, text);
  const answer = await fetch("/foto/contoh.jpg").catch(() => null);
  if (answer?.ok) add(phone, [new File([await answer.blob()], "contoh.jpg", { type: "image/jpeg" })]);
}

function makeDrop(phone) {
  const veil = phone.find(".drop");
  let deep = 0;
  const over = (by) => { deep = Math.max(0, deep + by); veil.hidden = !deep; };
  const carries = (event) => event.dataTransfer.types.includes("Files");
  phone.root.addEventListener("dragenter", (event) => carries(event) && over(1));
  phone.root.addEventListener("dragleave", (event) => carries(event) && over(-1));
  phone.root.addEventListener("dragover", (event) => carries(event) && event.preventDefault());
  phone.root.addEventListener("drop", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    over(-deep);
    add(phone, [...event.dataTransfer.files]);
  });
}

function paste(phone, event) {
  const data = event.clipboardData;
  const page = data.getData("text/html");
  const inside = insidePage(page);
  // With mere words Word puts a picture of them into the clipboard too: then the words are what is meant.
  const words = data.getData("text/plain").trim() && !/<img|<v:imagedata/i.test(page);
  const files = inside.length ? inside : [...data.files];
  if (!files.length || words) return;
  if (!data.getData("text/plain")) event.preventDefault();
  add(phone, files.map(named));
}

// From LibreOffice and Google Docs pictures come inside the page.
function insidePage(page) {
  const images = new DOMParser().parseFromString(page, "text/html").querySelectorAll('img[src^="data:image/"]');
  return [...images].map(({ src }) => {
    const [head, body] = src.split(";base64,");
    const bytes = Uint8Array.from(atob(body ?? ""), (letter) => letter.charCodeAt(0));
    return new File([bytes], "", { type: head.slice("data:".length) });
  });
}

function named(file, at) {
  const suffix = file.type.split("/")[1] ?? "png";
  return !file.name || file.name.startsWith("image.") ? new File([file], `tempelan-${at + 1}.${suffix}`, { type: file.type }) : file;
}

export function showChosen(phone) {
  for (const image of phone.strip.querySelectorAll("img")) URL.revokeObjectURL(image.src);
  phone.strip.replaceChildren(...phone.chosen.map((file) => chosen(phone, file)));
  phone.strip.hidden = !phone.chosen.length;
  phone.strip.scrollLeft = phone.strip.scrollWidth;
  hint(phone, phone.hint);
}

function chosen(phone, file) {
  const drop = element("button", { type: "button", ariaLabel: `Batalkan ${file.name}` }, icon("close"));
  drop.addEventListener("click", () => {
    const at = phone.chosen.indexOf(file);
    phone.chosen = phone.chosen.filter((other) => other !== file);
    showChosen(phone);
    (phone.strip.querySelectorAll("button")[Math.min(at, phone.chosen.length - 1)] ?? phone.text).focus();
  });
  return element("li", {}, preview(file), drop);
}

function preview(file) {
  if (!file.type.startsWith("image/") || /hei[cf]/.test(file.type)) return element("span", { className: "tile" }, kind(file.name), file.name);
  return element("img", { src: URL.createObjectURL(file), alt: file.name });
}
