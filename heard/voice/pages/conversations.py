"""What was said in this conversation, and what was written of it before?"""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from heard.accounts.permissions import Permission, allow
from heard.cases.reading import read_case
from heard.rules.recording_in_a_case import may_record
from heard.voice.actions import conversations
from heard.voice.asking import adult_card, ask, closed, typed
from heard.voice.forms.conversation import CorrectConversation, lines
from heard.voice.models import Conversation
from heard.voice.queries import conversation_of

CORRECTED = tuple(name for name in CorrectConversation.base_fields if name != "correction")


@allow(Permission.RECORD_IN_CASE)
def begin(request: HttpRequest, reference: str) -> HttpResponse:
    """Where others link to: the form, or the user's own unsent drafts of it."""
    return redirect("conversation-form-start", reference=reference)


@allow(Permission.SEE_CASES)
def conversation(request: HttpRequest, reference: str, conversation_id: UUID) -> HttpResponse:
    """One conversation: their words, apart from them the worker's view, and the versions before."""
    case = read_case(request, reference, "open-conversation")
    said = conversation_of(case, conversation_id)
    may_correct = bool(may_record(stage=case.stage, conversation_stage=said.stage))
    return render(
        request, "voice/conversation.html", {"case": case, "adult": adult_card(case), "said": said, "may_correct": may_correct}
    )


@allow(Permission.RECORD_IN_CASE)
def correct(request: HttpRequest, reference: str, conversation_id: UUID) -> HttpResponse:
    """Put right a slip in what was written down, as a new version with why."""
    case = read_case(request, reference, "open-conversation")
    said = conversation_of(case, conversation_id)
    if not may_record(stage=case.stage, conversation_stage=said.stage):
        return closed(request, case)
    form = CorrectConversation(typed(request), initial=_as_written(said))

    def save() -> None:
        changes = dict(form.cleaned_data)
        because = changes.pop("correction")
        changes["present"] = lines(changes["present"])
        changed = {name: value for name, value in changes.items() if getattr(said, name) != value}
        if changed:
            conversations.correct_conversation(conversation=said, because=because, by=request.user, **changed)

    here = reverse("conversation", args=[reference, said.pk])
    return ask(request, form, save, case=case, done="Corrected. What was written before is kept.", then=here, back=here, cancel=here)


def _as_written(said: Conversation) -> dict:
    return {**{name: getattr(said, name) for name in CORRECTED}, "present": "\n".join(said.present)}
