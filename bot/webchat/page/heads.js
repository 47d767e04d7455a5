// What stands above a chat, and in one that is still empty.
import { here } from "./state.js";

export function head(phone) {
  const group = phone.kind === "group";
  const members = [...here.people.values()].filter((person) => person.role).length;
  phone.root.setAttribute("aria-label", group ? here.grup.nama : `Chat pribadi ${here.me.nama} dengan bot`);
  phone.find("h2").textContent = group ? here.grup.nama : "Bot Bakohumas";
  phone.who = group ? `${members} anggota dan bot` : `Ponsel ${here.me.nama}`;
}

export function empty(phone) {
  return phone.kind === "group" ? "Di sini bot memposting kolase dan laporan." : "Kirim foto kegiatan dengan keterangannya, atau ketik /start.";
}
