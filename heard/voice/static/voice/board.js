// Cards are moved without loading the page again: by a button, or by dragging the picture. Each move is kept before it is believed.
const board = document.querySelector("[data-board]");
const said = board.querySelector("[data-said]");
const listOf = (place) => board.querySelector(`[data-place="${place}"] [data-cards]`);
let waiting = Promise.resolve();

function put(card, place) {
  listOf(place).append(card);
  card.dataset.here = place;
  for (const button of card.querySelectorAll("button")) button.hidden = button.value.endsWith(`:${place}`);
  board.querySelectorAll(".heard-card-on-board--just-moved").forEach((one) => one.classList.remove("heard-card-on-board--just-moved"));
  card.classList.add("heard-card-on-board--just-moved");
}

async function keep(card, place) {
  const body = new FormData(board);
  body.set("move", `${card.dataset.card}:${place}`);
  try {
    const answer = await fetch(location.pathname, { method: "POST", body, headers: { Accept: "application/json" }, redirect: "manual" });
    const told = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : {};
    return told.kept ? "" : told.because || "You have been signed out, so this card was not moved. Sign in again to go on.";
  } catch {
    return "There is no connection, so this card was not moved. The others are kept. Try again.";
  }
}

function move(card, place) {
  const before = card.dataset.here;
  if (before === place) return;
  const words = card.querySelector(".heard-card-on-board__words").textContent;
  const label = document.getElementById(`place-${place}`).textContent.trim();
  const hadFocus = card.contains(document.activeElement);
  put(card, place);
  if (hadFocus) card.querySelector("button:not([hidden])").focus();
  waiting = waiting.then(async () => {
    const fault = await keep(card, place);
    if (fault) put(card, before);
    said.textContent = fault || (place === "pile" ? `${words} is back with the cards` : `${words}: ${label}`);
  });
}

board.addEventListener("submit", (event) => {
  const [slug, place] = (event.submitter?.value || "").split(":");
  const card = slug && document.getElementById(`card-${slug}`);
  if (!card) return;
  event.preventDefault();
  move(card, place);
});

board.addEventListener("pointerdown", (down) => {
  const grip = down.target.closest("[data-grip]");
  if (!grip || down.button) return;
  down.preventDefault();
  const card = grip.closest("[data-card]");
  const box = card.getBoundingClientRect();
  const held = card.cloneNode(true);
  held.removeAttribute("id");
  held.setAttribute("aria-hidden", "true");
  held.classList.add("heard-card-on-board--held");
  held.style.width = `${box.width}px`;
  const at = (event) => { held.style.left = `${event.clientX - box.width / 2}px`; held.style.top = `${event.clientY - 40}px`; };
  const over = (event) => document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-place]");
  const show = (place) => board.querySelectorAll("[data-place]").forEach((one) => one.classList.toggle("heard-board__place--over", one === place));
  const moved = (event) => { if (!held.isConnected) document.body.append(held); at(event); show(over(event)); };
  const ended = (event) => {
    grip.removeEventListener("pointermove", moved);
    grip.removeEventListener("pointerup", ended);
    grip.removeEventListener("pointercancel", ended);
    held.remove();
    show(null);
    const place = event.type === "pointerup" && over(event);
    if (place) move(card, place.dataset.place);
  };
  grip.setPointerCapture(down.pointerId);
  grip.addEventListener("pointermove", moved);
  grip.addEventListener("pointerup", ended);
  grip.addEventListener("pointercancel", ended);
});
