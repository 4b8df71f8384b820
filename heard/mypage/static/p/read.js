// Reads the page aloud with a voice that the device itself has: nothing is sent anywhere. Without such a voice the button stays hidden.
const speaker = window.speechSynthesis
const READ = "h1, h2, legend, p, blockquote, li, label, summary, main button"
const ours = () => document.querySelector("[data-aloud]")
const voice = () => speaker.getVoices().find((one) => one.localService !== false && one.lang.toLowerCase().startsWith("en"))

const passages = () => [...document.querySelectorAll("main *, footer > h2, footer > p")]
  .filter((one) => one.matches(READ) && !one.closest("[data-aloud], [hidden], .small") && !one.querySelector(READ) && one.getClientRects().length)
  .map((one) => [one, one.innerText.trim()]).filter(([, words]) => words)

function shown(reading) {
  const [start, stop] = ["read", "quiet"].map((name) => ours()?.querySelector(`[data-${name}]`))
  if (!start) return
  const hadFocus = [start, stop].includes(document.activeElement)
  start.hidden = reading
  stop.hidden = !reading
  if (hadFocus) (reading ? stop : start).focus()
}

function read() {
  speaker.cancel()
  const waiting = passages()
  shown(true)
  const next = () => {
    const piece = waiting.shift()
    if (!piece || !piece[0].isConnected) return shown(false)
    const said = Object.assign(new SpeechSynthesisUtterance(piece[1]), { voice: voice(), lang: "en-GB", rate: 0.85 })
    said.onend = next
    said.onerror = () => shown(false)
    speaker.speak(said)
  }
  next()
}

function quiet() {
  speaker.cancel()
  shown(false)
}

function offer() {
  if (ours() && voice()) ours().hidden = false
}

if (speaker) {
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-read]")) read()
    if (event.target.closest("[data-quiet]")) quiet()
  })
  document.addEventListener("shown", () => { quiet(); offer() })
  addEventListener("pagehide", () => speaker.cancel())
  speaker.addEventListener?.("voiceschanged", offer)
  offer()
}
