"""Which letters and Easy Read documents were sent in the demo? Each goes through the one gate, as any letter does."""

from dataclasses import replace

from demo.clock import as_of
from demo.stories import Story
from heard.documents.actions import send_document
from heard.enquiries.queries.letters import writing_of
from heard.people.actions import record_safe_contact
from heard.people.queries import safe_contact_card_of
from heard.rules.vocabulary.documents import Look
from heard.rules.vocabulary.safe_contact import DocumentKind, SentHow

VISIT_IS_SAFE = [{"way": "visit", "is_safe": "yes", "where": "", "words": ""}]
WHY = "You told us that you do not feel safe. We want to help."
NEXT = "We will ring you on Friday."


def handed_over(story: Story, after: int, kind: DocumentKind, look: Look = Look.EASY_READ, **typed: str) -> None:
    """A letter made from the record as it was then, handed over on a visit; a card that says so first, where there is none."""
    case = story.enquiry.case
    with as_of(story.at(after, 11)):
        if safe_contact_card_of(case.person) is None:
            record_safe_contact(person=case.person, by=story.lead, case_id=case.pk, ways=VISIT_IS_SAFE)
        letter = replace(writing_of(case, kind, story.lead).make(typed), look=look)
        where = {"how": SentHow.IN_PERSON, "where": "The day centre", "at": story.at(after, 11)}
        send_document(case=case, letter=letter, by=story.lead, **where)


def decision_told(story: Story) -> None:
    """What safeguarding is, and what was decided, soon after it was."""
    handed_over(story, 5, DocumentKind.WHAT_SAFEGUARDING_IS)
    handed_over(story, 5, DocumentKind.DECISION, Look.LARGE, why=WHY)


def plan_given(story: Story) -> None:
    """The plan, and what they said they want."""
    handed_over(story, 13, DocumentKind.WHAT_YOU_WANT)
    handed_over(story, 13, DocumentKind.YOUR_PLAN)


def end_told(story: Story, after: int) -> None:
    """What happened, and that it has ended."""
    handed_over(story, after, DocumentKind.WHAT_HAPPENED)
    handed_over(story, after, DocumentKind.CLOSING, Look.PLAIN, happens_next=NEXT)
