// How is a page left quickly? The button, or Shift pressed three times. The page goes blank before the network answers.
const WITHIN_MILLISECONDS = 3000

export function leaveQuickly(form) {
  let pressed = []
  form.addEventListener("submit", () => {
    window.dispatchEvent(new Event("heard:leaving"))
    document.title = " "
    document.querySelectorAll("input:not([type=hidden]), textarea").forEach((field) => { field.value = "" })
    document.body.classList.add("heard-gone")
  })
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Shift" || event.repeat) {
      if (event.key !== "Shift") pressed = []
      return
    }
    const now = Date.now()
    pressed = [...pressed.filter((time) => now - time < WITHIN_MILLISECONDS), now]
    if (pressed.length >= 3) form.requestSubmit()
  })
}
