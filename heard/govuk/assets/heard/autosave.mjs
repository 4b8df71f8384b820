// Is what I am typing safe? Sends the page's form, unchecked, a moment after the typing stops, and says what became of it.
const AFTER_TYPING = 1200
const AFTER_FAILING = 8000
const GIVE_UP_AFTER = 15000

export function saveWhileTyping(form) {
  const saying = form.querySelector("[data-saved]")
  let waiting, sending, changed = false, over = false

  function say(words, failed) {
    saying.classList.toggle("heard-saved--failed", failed)
    if (saying.textContent !== words) saying.textContent = words
  }

  function later(milliseconds) {
    clearTimeout(waiting)
    waiting = setTimeout(save, milliseconds)
  }

  async function save() {
    if (over || !changed) return
    if (sending) return later(AFTER_TYPING)
    sending = new AbortController()
    const giveUp = setTimeout(() => sending.abort(), GIVE_UP_AFTER)
    changed = false
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: "POST", body: new FormData(form), credentials: "same-origin", redirect: "error", signal: sending.signal,
      })
      const said = (answer.headers.get("Content-Type") || "").includes("json") ? await answer.json() : {}
      if (over) return
      if (answer.ok) say(`Saved at ${said.saved}`, false)
      else failed(said.problem)
      if (said.page) { history.replaceState(null, "", said.page); form.action = said.page }
      if (said.autosave) form.dataset.autosave = said.autosave
    } catch {
      if (!over) failed()
    } finally {
      clearTimeout(giveUp)
      sending = undefined
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
  form.addEventListener("submit", stop)
  window.addEventListener("heard:leaving", stop)
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") save() })
}
