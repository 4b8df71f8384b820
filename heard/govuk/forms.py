"""What is a form that asks a person something?"""

from django import forms

from heard.rules.decision import NotAllowed


class Question(forms.Form):
    """A form drawn in the design system. ``title`` is the page's h1; without one, a single field's label is.

    ``answers`` are those of the pages before (in a flow), ``about`` the record asked about, ``user`` who is asked. ``adapt`` may
    reword labels or remove fields once those are known. A field inside another's answer counts only when that answer is given.
    ``learn`` is the slug of a learning resource to put beside the question.
    """

    title = ""
    intro = ""
    submit = "Continue"
    problem = "There is a problem"
    learn = ""
    use_required_attribute = False

    def __init__(self, *args, answers=None, about=None, user=None, **kwargs):
        self.answers = {} if answers is None else answers
        self.about = about
        self.user = user
        super().__init__(*args, **{"auto_id": "%s", "label_suffix": "", **kwargs})
        self.adapt()

    def adapt(self) -> None:
        """Reword or remove fields; the form's own ``answers``, ``about`` and ``user`` are known here."""

    def _clean_fields(self) -> None:
        super()._clean_fields()
        for name in self._unasked():
            self._errors.pop(name, None)
            self.cleaned_data[name] = self.fields[name].nothing

    def _unasked(self) -> set[str]:
        """Fields that stand inside an answer which was not given."""
        inside, asked = set(), set()
        for name, field in self.fields.items():
            is_asked = name not in inside or name in asked
            for value, other in getattr(field, "conditional", {}).items():
                inside.add(other)
                if is_asked and field.has_chosen(self.cleaned_data.get(name), value):
                    asked.add(other)
        return (inside - asked) & set(self.fields)

    def refuse(self, no: NotAllowed) -> None:
        """Show why a rule said no, with its law, in the error summary."""
        for reason in no.decision.because:
            self.add_error(None, reason)
        for law in no.decision.law:
            self.add_error(None, f"Why: {law}")

    def rows(self) -> list[dict]:
        """The answers for a summary: dicts of name, key and value, of a valid form; fields that were not asked left out."""
        unasked = self._unasked()
        return [
            {"name": bound.name, "key": bound.field.short or bound.label, "value": bound.field.display(self.cleaned_data.get(bound.name))}
            for bound in self.visible_fields()
            if bound.name not in unasked and hasattr(bound.field, "display")
        ]
