// Runs before the page is drawn: says that scripts work, and loads afresh any page that the browser brings back from memory.
document.body.classList.add("js-enabled")
if ("noModule" in HTMLScriptElement.prototype) document.body.classList.add("govuk-frontend-supported")
window.addEventListener("pageshow", function (event) {
  if (!event.persisted) return
  document.body.classList.add("heard-gone")
  window.location.reload()
})
