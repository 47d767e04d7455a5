// What stands above a chat, and in one that is still empty.
import { element, icon } from "./dom.js";
import { here } from "./state.js";

export function head(phone) {
  const group = phone.kind === "group";
  const members = [...here.people.values()].filter((person) => person.role).length;
  phone.root.setAttribute("aria-label", group ? here.grup.nama : `Chat pribadi ${here.me.nama} dengan bot`);
  phone.find("h2").textContent = group ? here.grup.nama : "Bot Bakohumas";
  phone.who = group ? `${members} anggota dan bot` : `Ponsel ${here.me.nama}`;
}

const WORDS = {
  group: ["Grup tim", "Setiap Jumat pukul 16.00 bot mengirim kolase pekan itu, dan laporan bila sudah jadi."],
  private: ["Apa yang dilakukan bot ini?", "Kirim foto kegiatan dengan keterangannya. Bot mencatatnya, menyusun kolase setiap pekan, dan laporan setiap triwulan."],
};

export function empty(phone, doing) {
  const [title, text] = WORDS[phone.kind];
  const key = (label, run, className = "") => {
    const made = element("button", { type: "button", textContent: label, className });
    made.addEventListener("click", run);
    return made;
  };
  const keys = phone.kind === "group" ? [key("Maju ke Jumat 16.00", doing.friday)] : [key("Mulai", doing.begin, "save")];
  if (phone.kind === "private" && !["", "pembina"].includes(here.me.role)) keys.push(key("Coba dengan foto contoh", doing.example));
  const emblem = element("span", { className: "avatar", ariaHidden: "true" }, icon(phone.kind === "group" ? "group" : "bot"));
  return element("div", { className: "empty" }, emblem, element("h3", { textContent: title }), element("p", { textContent: text }), ...keys);
}
