// Is what I am typing safe? Sends the page's form, unchecked, a moment after the typing stops, and says what became of it.
const AFTER_TYPING = 1200
const AFTER_FAILING = 8000
const GIVE_UP_AFTER = 15000
const MOST_THAT_OUTLIVES_A_PAGE = 60000
const SIGNED_OUT = "Not saved: you have been signed out. Sign in again in another tab, then press the button below."
const TOO_OLD = "Not saved by itself: this page has been open too long. Press the button below."

export function saveWhileTyping(form) {
  const saying = form.querySelector("[data-saved]")
  let waiting, sending, changed = false, over = false

  function say(words, failed) {
    saying.classList.toggle("heard-saved--failed", failed)
    if (saying.textContent !== words) saying.textContent = words
  }

  function later(milliseconds) {
    clearTimeout(waiting)
    waiting = setTimeout(() => save(), milliseconds)
  }

  // ``last``: the page is going, so the browser is asked to finish sending without it.
  async function save(last = false) {
    if (over || !changed) return
    if (sending && !last) return later(AFTER_TYPING)
    const body = new URLSearchParams(new FormData(form)).toString()
    const mine = sending = new AbortController()
    const giveUp = setTimeout(() => mine.abort(), GIVE_UP_AFTER)
    changed = false
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: "POST", body, credentials: "same-origin", redirect: "manual", signal: mine.signal,
        headers: { "Content-Type": "application/x-www-form-urlencoded" }, keepalive: last && body.length < MOST_THAT_OUTLIVES_A_PAGE,
      })
      const said = (answer.headers.get("Content-Type") || "").includes("json") ? await answer.json() : {}
      if (over) return
      if (answer.ok) say(`Saved at ${said.saved}`, false)
      else failed(said.problem || (answer.type === "opaqueredirect" ? SIGNED_OUT : answer.status === 403 ? TOO_OLD : ""))
      if (said.page) { history.replaceState(null, "", said.page); form.action = said.page }
      if (said.autosave) form.dataset.autosave = said.autosave
    } catch {
      if (!over) failed()
    } finally {
      clearTimeout(giveUp)
      if (sending === mine) sending = undefined
    }
  }

  function failed(problem) {
    changed = true
    say(`${problem || "Not saved: there is no answer from the server."} What you wrote is still on this screen.`, true)
    if (!problem) later(AFTER_FAILING)
  }

  // The page's own button sends everything, so a save still on its way must not arrive after it.
  function stop() {
    over = true
    clearTimeout(waiting)
    if (sending) sending.abort()
  }

  form.addEventListener("input", () => { changed = true; later(AFTER_TYPING) })
  form.addEventListener("change", () => { save() }) // a field is left: nothing is waited for, a link may be next
  form.addEventListener("submit", stop)
  window.addEventListener("heard:leaving", () => { save(true); over = true })
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") save(true) })
}
