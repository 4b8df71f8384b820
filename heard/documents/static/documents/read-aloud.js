// Reads a letter aloud, row by row, with a voice that the device itself has; nothing is sent anywhere. Without a voice, the button stays hidden.
const buttons = document.querySelector("[data-read-aloud-buttons]")
const letter = document.querySelector("[data-read-aloud]")
const speaker = window.speechSynthesis

const voiceFor = (language) => speaker.getVoices().find((voice) => voice.localService !== false && voice.lang.toLowerCase().startsWith(language.split("-")[0].toLowerCase()))

function pieces() {
  const heading = [...letter.children].filter((one) => !one.matches("[data-row]")).slice(0, 1)
  const first = letter.querySelector("h2") || heading[0]
  return [first, ...letter.querySelectorAll("[data-row]")].filter(Boolean).flatMap((row) => {
    const other = row.querySelector("[lang]")
    const own = [...row.querySelectorAll("h3, p, blockquote")].filter((one) => !other?.contains(one) && !one.querySelector("p"))
    const words = own.length ? own.map((one) => one.textContent.trim()).join(". ") : row.textContent.trim()
    const said = [{ row, words, language: letter.lang || "en-GB" }]
    return other ? [...said, { row, words: other.textContent.trim(), language: other.lang }] : said
  }).filter((one) => one.words)
}

function read() {
  speaker.cancel()
  const waiting = pieces().filter((one) => voiceFor(one.language))
  shown(true)
  const next = () => {
    const piece = waiting.shift()
    if (!piece) return shown(false)
    const utterance = new SpeechSynthesisUtterance(piece.words)
    utterance.voice = voiceFor(piece.language)
    utterance.lang = piece.language
    utterance.rate = 0.85
    utterance.onend = next
    utterance.onerror = () => shown(false)
    speaker.speak(utterance)
  }
  next()
}

function shown(reading) {
  const [start, stop] = [buttons.querySelector("[data-read]"), buttons.querySelector("[data-stop]")]
  const hadFocus = document.activeElement === start || document.activeElement === stop
  start.hidden = reading
  stop.hidden = !reading
  if (hadFocus) (reading ? stop : start).focus()
}

function offer() {
  if (!voiceFor("en")) return
  buttons.hidden = false
  const languages = [...letter.querySelectorAll("[lang]")].map((one) => one.lang)
  buttons.querySelector("[data-cannot]").hidden = languages.every(voiceFor)
}

if (speaker && buttons && letter) {
  buttons.querySelector("[data-read]").addEventListener("click", read)
  buttons.querySelector("[data-stop]").addEventListener("click", () => { speaker.cancel(); shown(false) })
  addEventListener("pagehide", () => speaker.cancel())
  speaker.addEventListener?.("voiceschanged", offer)
  offer()
}
