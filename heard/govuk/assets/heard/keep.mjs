// Is what I type on a page with one form safe? Keeps it while I type, and offers it again if I come back without having saved.
import { saveWhileTyping } from "./autosave.mjs"

function putBack(form, words) {
  for (const field of form.elements) {
    const typed = words[field.name]
    if (!field.name || field.type === "hidden" || field.type === "submit") continue
    if (field.type === "radio" || field.type === "checkbox") {
      if (field.checked !== Boolean(typed && typed.includes(field.value))) field.click()
    } else if (typed) {
      field.value = typed[0]
    }
  }
}

function isTypedIn(form) {
  return [...form.elements].some((field) => field.type !== "hidden" && field.defaultValue !== undefined &&
    (field.type === "radio" || field.type === "checkbox" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue))
}

function offer(form, kept, settled) {
  const box = document.createElement("section")
  box.className = "govuk-inset-text"
  box.setAttribute("aria-label", "Not saved last time")
  const words = document.createElement("p")
  words.textContent = `You typed something here on ${kept.when} and did not save it. It is kept.`
  const choices = document.createElement("div")
  choices.className = "govuk-button-group"
  for (const [text, then] of [["Put it back", () => putBack(form, kept.words)], ["Delete it", () => settled(true)]]) {
    const button = document.createElement("button")
    button.type = "button"
    button.className = "govuk-button govuk-button--secondary"
    button.textContent = text
    button.addEventListener("click", () => { then(); box.remove(); settled(false); form.querySelector("input:not([type=hidden]),textarea,select")?.focus() })
    choices.append(button)
  }
  box.append(words, choices)
  form.before(box)
}

export async function keepWhileTyping(form) {
  const address = form.dataset.keep
  const mark = Object.assign(document.createElement("input"), { type: "hidden", name: "_kept", value: "1" })
  form.append(mark)
  let begun = false

  function settled(forget) {
    if (forget) {
      const body = new URLSearchParams({ forget: "1", csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value })
      fetch(address, { method: "POST", body, credentials: "same-origin" }).catch(() => {})
    } else if (!begun) {
      begun = true
      form.dataset.autosave = address
      saveWhileTyping(form)
      if (isTypedIn(form)) form.dispatchEvent(new Event("input")) // typed before anybody listened
    }
  }

  if (document.querySelector(".govuk-error-summary")) return settled(false) // the page holds newer words already
  try {
    const answer = await fetch(address, { credentials: "same-origin", redirect: "manual" })
    const kept = answer.ok ? await answer.json() : {}
    if (kept.words) return offer(form, kept, settled)
  } catch { /* no answer: nothing to offer, and saving says so for itself */ }
  settled(false)
}
