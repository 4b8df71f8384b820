// Which of the words being typed are hard? Asks the one rule, on the server, a moment after the typing stops. Nothing of it is kept there.
const AFTER_TYPING = 700

for (const region of document.querySelectorAll("[data-check]")) {
  const token = region.closest("form").querySelector("[name=csrfmiddlewaretoken]").value
  for (const typed of region.querySelectorAll(region.dataset.checkOnly || "textarea")) watch(typed, region.dataset.check, token)
}

function watch(typed, address, token) {
  const found = document.createElement("div")
  found.className = "heard-check"
  found.setAttribute("aria-live", "polite")
  found.dataset.found = typed.name
  typed.closest(".govuk-form-group").after(found)
  let waiting, asking

  async function check() {
    asking?.abort()
    asking = new AbortController()
    const body = new URLSearchParams({ csrfmiddlewaretoken: token, words: typed.value })
    try {
      const answer = await fetch(address, { method: "POST", body, credentials: "same-origin", redirect: "manual", signal: asking.signal })
      if (answer.ok) found.innerHTML = (await answer.text()).trim() // our own page, which escapes every word
    } catch { /* no answer: the button "Check my words" is still there */ }
  }

  typed.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(check, AFTER_TYPING) })
  found.addEventListener("click", (event) => {
    const use = event.target.closest("[data-replace]")
    if (!use) return
    const hard = use.dataset.replace
    typed.value = typed.value.replace(hard, /^[A-Z]/.test(hard) ? use.dataset.with[0].toUpperCase() + use.dataset.with.slice(1) : use.dataset.with)
    typed.focus()
    typed.dispatchEvent(new Event("input", { bubbles: true }))
  })
  if (typed.value.trim()) check()
}
