/*! govuk-frontend 6.3.0, MIT licence, Copyright Crown Copyright (Government Digital Service). See LICENCE-govuk-frontend.txt */
// What does JavaScript add? Fields that appear when they are asked, focus on errors, saving while typing, leaving quickly.
import {
  Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, PasswordInput, Radios, SkipLink, createAll,
} from "govuk-frontend"
import { saveWhileTyping } from "./heard/autosave.mjs"
import { keepWhileTyping } from "./heard/keep.mjs"
import { leaveQuickly } from "./heard/leave.mjs"

// ARIA has no aria-expanded on a radio, so a screen reader need not say it; the field that appears comes next in any case.
class PlainRadios extends Radios {
  syncConditionalRevealWithInputState($input) {
    super.syncConditionalRevealWithInputState($input)
    $input.removeAttribute("aria-expanded")
  }
}

for (const Component of [Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, PasswordInput, PlainRadios, SkipLink]) {
  createAll(Component)
}
document.querySelectorAll("form[data-autosave]").forEach(saveWhileTyping)
document.querySelectorAll("form[data-keep]").forEach(keepWhileTyping)
document.querySelectorAll("form[data-leave]").forEach(leaveQuickly)
document.querySelectorAll("[data-print]").forEach((button) => {
  button.hidden = false
  button.addEventListener("click", () => window.print())
})
