// What does JavaScript add? One entry in the history for all pages, leaving at once, and recording one's voice.
const inside = (address) => new URL(address, location.href).origin === location.origin && new URL(address, location.href).pathname.startsWith("/p")

addEventListener("pageshow", (event) => { if (event.persisted) location.reload() })

// Every page replaces the one before, so that Back never walks through them.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]")
  if (!link || event.metaKey || event.ctrlKey || link.hash || !inside(link.href)) return
  event.preventDefault()
  location.replace(link.href)
})

function leave(form) {
  window.speechSynthesis?.cancel()
  document.body.classList.add("gone")
  document.title = " "
  fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), credentials: "same-origin", redirect: "follow", keepalive: true })
    .then((answer) => location.replace(answer.url), () => location.replace("/p/blank"))
}

function show(html) {
  const page = new DOMParser().parseFromString(html, "text/html")
  document.body.replaceChildren(...[...page.body.childNodes].map((one) => document.adoptNode(one)))
  document.title = page.title
  ready()
  document.dispatchEvent(new Event("shown"))
  const told = document.querySelector("main .error") || document.querySelector("main h1")
  if (told) { told.tabIndex = -1; told.focus() }
}

const post = (form, body) => fetch(form.action, { method: "POST", body, credentials: "same-origin", redirect: "follow" })

// A form too old to send comes back with a new token: it is sent once more as it was, so that a recording is not lost.
function renewed(body, html) {
  const token = new DOMParser().parseFromString(html, "text/html").querySelector("[name=csrfmiddlewaretoken]")
  if (token) body.set("csrfmiddlewaretoken", token.value)
  return body
}

async function send(form, button) {
  const body = new FormData(form)
  if (form.recorded) body.set("sound", form.recorded, "sound")
  if (button) button.disabled = true
  try {
    let answer = await post(form, body)
    if (answer.status === 403) answer = await post(form, renewed(body, await answer.text()))
    if (answer.redirected && inside(answer.url)) return location.replace(answer.url)
    show(await answer.text())
  } catch {
    const told = Object.assign(document.createElement("p"), { className: "error", textContent: "It was not sent. There is no connection. What you wrote is still here. Try again." })
    told.setAttribute("role", "alert")
    form.querySelectorAll(":scope > .error").forEach((one) => one.remove())
    form.prepend(told)
    if (button) button.disabled = false
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target
  event.preventDefault()
  if ("leave" in form.dataset) return leave(form)
  if (form.dataset.sending) return
  send(form, event.submitter)
})

let pressed = []
document.addEventListener("keydown", (event) => {
  if (event.key !== "Shift") { pressed = []; return }
  if (event.repeat) return
  pressed = [...pressed.filter((time) => Date.now() - time < 3000), Date.now()]
  const form = document.querySelector("form[data-leave]")
  if (pressed.length >= 3 && form) leave(form)
})

function recorder(box) {
  if (!navigator.mediaDevices || !window.MediaRecorder) return
  const [begin, end, said, heard] = ["begin", "end", "recording", "heard"].map((name) => box.querySelector(`[data-${name}]`))
  const form = box.closest("form")
  let machine = null
  box.hidden = false
  begin.addEventListener("click", async () => {
    try {
      const sound = await navigator.mediaDevices.getUserMedia({ audio: true })
      const parts = []
      machine = new MediaRecorder(sound)
      machine.addEventListener("dataavailable", (event) => parts.push(event.data))
      machine.addEventListener("stop", () => {
        sound.getTracks().forEach((track) => track.stop())
        form.recorded = new Blob(parts, { type: machine.mimeType })
        heard.src = URL.createObjectURL(form.recorded)
        heard.hidden = false
        said.textContent = "Recorded. You can listen first. Then press “Send my voice”."
        begin.disabled = false
        end.disabled = true
      })
      machine.start()
      said.textContent = "Recording now."
      begin.disabled = true
      end.disabled = false
      end.focus()
    } catch {
      said.textContent = "We cannot use the microphone. You can choose a recording instead."
    }
  })
  end.addEventListener("click", () => machine && machine.stop())
}

function ready() { document.querySelectorAll("[data-recorder]").forEach(recorder) }
ready()
