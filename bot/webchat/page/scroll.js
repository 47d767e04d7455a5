// A list of messages that stays where its reader is: at the newest, or somewhere above with a button to come down.
const NEAR = 60;

export function makeScroll(phone) {
  Object.assign(phone, { sticky: true, missed: 0 });
  phone.list.addEventListener("scroll", () => {
    phone.sticky = isNear(phone.list);
    if (phone.sticky) phone.missed = 0;
    showDown(phone);
  }, { passive: true });
  // Where the keyboard of a real phone comes up, or the writing grows, the newest stays in sight.
  new ResizeObserver(() => phone.sticky && bottom(phone)).observe(phone.list);
  phone.down.addEventListener("click", () => {
    bottom(phone);
    phone.list.focus({ preventScroll: true });
  });
}

const isNear = (list) => list.scrollHeight - list.scrollTop - list.clientHeight < NEAR;

export function bottom(phone) {
  Object.assign(phone, { sticky: true, missed: 0 });
  phone.list.scrollTop = phone.list.scrollHeight;
  showDown(phone);
}

// Do something to the list; `news` are messages that the reader has not seen yet.
export function keeping(phone, run, news = 0) {
  const { sticky } = phone;
  run();
  if (sticky) return bottom(phone);
  phone.missed += news;
  return showDown(phone);
}

function showDown(phone) {
  phone.down.hidden = phone.sticky;
  phone.down.querySelector("b").textContent = phone.missed || "";
  phone.down.setAttribute("aria-label", phone.missed ? `Ke pesan terbaru, ${phone.missed} baru` : "Ke pesan terbaru");
}
