// Times, names and sizes as people here read them.
const zone = { timeZone: "Asia/Jakarta" };
const days = new Intl.DateTimeFormat("id-ID", { ...zone, weekday: "long", day: "numeric", month: "long", year: "numeric" });
const hours = new Intl.DateTimeFormat("id-ID", { ...zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const seconds = new Intl.DateTimeFormat("id-ID", { ...zone, hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
const TITLES = /^(dr|drs|h|hj|ir|prof)\.?$/i;

const dotted = (format, date) => format.format(date).replaceAll(":", ".");

export function when(at) {
  const date = new Date(at);
  return { day: days.format(date), hour: dotted(hours, date), second: `${dotted(seconds, date)} WIB` };
}

export function initials(name) {
  const words = name.split(/\s+/).filter((word) => word && !TITLES.test(word));
  return words.slice(0, 2).map((word) => [...word][0].toUpperCase()).join("");
}

export function weight(bytes) {
  const kilo = bytes / 1024;
  const [amount, unit] = kilo < 1000 ? [Math.max(1, Math.round(kilo)), "kB"] : [Math.round(kilo / 102.4) / 10, "MB"];
  return `${amount.toLocaleString("id-ID")} ${unit}`;
}
