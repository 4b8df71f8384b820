"""How is a fresh database filled with the demo?"""

from datetime import date, timedelta
from random import Random

from django.db import transaction
from django.utils import timezone

from demo import earlier, endings, letters, own_page, quality, rights, stories
from demo.accounts import make_accounts, sign_in_card
from demo.people import invented_people
from demo.stories import Story
from heard.accounts.models import Authority
from heard.cases.models import Case

REFUSED = {"answer": "refused", "adult_knows": "yes", "ground": "others-at-risk", "ground_words": "There are others in the house."}
UNABLE = {"answer": "unable", "adult_knows": "not-known", "ground_words": "They did not seem to follow what I said."}
NOT_ASKED = {"answer": "not-asked", "adult_knows": "no", "ground": "asking-increases-risk", "ground_words": "He was in the room."}


def _just_raised(story: Story, n: int) -> None:
    choices = (
        {"danger": "now"}, {}, {"danger": "soon", "agreement": NOT_ASKED}, {"by_adult": True}, {"anonymous": True, "agreement": UNABLE},
        {"agreement": REFUSED},
    )  # fmt: skip
    stories.concern_raised(story, **choices[n % len(choices)])
    if n == 1:
        stories.something_added(story, "He has changed the lock since I wrote.")


def _being_triaged(story: Story, n: int) -> None:
    stories.concern_raised(story, agreement=NOT_ASKED if n % 2 else None)
    stories.heard_at_triage(story, not_heard_because=("", "could-not-reach", "asleep-or-unwell")[n % 3])
    stories.answered(story, cannot="not-known" if n % 2 else "yes")


def _no_enquiry(story: Story, n: int) -> None:
    stories.concern_raised(story)
    stories.heard_at_triage(story)
    against = n == 0
    stories.answered(story, needs="yes" if against else "no")
    second = "The adult, with their advocate, asked for the care review already begun; it covers every risk named." if against else ""
    stories.decided(story, "no-enquiry", route=("assessment", "advice", "quality", "complaint")[n % 4], second_reason=second)


def _to_enquiry(story: Story, n: int) -> None:
    stories.concern_raised(story, agreement=REFUSED if n % 6 == 5 else None)
    stories.heard_at_triage(story, alone="yes" if n % 3 else "adult-wished-company")
    other = n % 7 == 6
    stories.answered(story, cannot="no" if other else "yes")
    stories.decided(story, "other-enquiry" if other else "section-42")
    stories.network(story)


def _in_enquiry(story: Story, n: int) -> None:
    _to_enquiry(story, n)
    rights.rights_of(story, n)
    if n % 3:
        stories.referrer_told(story)
    if n % 4 == 1:
        stories.not_heard(story, 5, "asleep-or-unwell", 8)
    if n % 4 == 2:
        stories.represented(story, 5)
    if n % 2:
        stories.heard_in_enquiry(story, 7, alone=("yes", "not-possible")[n % 4 == 3], wants=stories.words.MORE_WISHES[n % 4])
        endings.risks_seen(story)
    if n % 5 == 3:
        stories.wish_changed(story, 9)
    if n % 5 == 1:
        own_page.said_on_their_own_page(story, 10)


def _in_plan(story: Story, n: int) -> None:
    _to_enquiry(story, n)
    stories.referrer_told(story)
    stories.heard_in_enquiry(story, 7, said="I want to stay where I am.", wants=stories.words.MORE_WISHES[n % 4])
    endings.risks_seen(story)
    if n % 3 == 0:
        stories.wish_changed(story, 10)
        rights.asked_what_helps(story)
        rights.needs_reviewed(story)
    endings.planned(story, review_after=30 if n % 2 else 60)
    if n % 4 == 0:
        letters.decision_told(story)
        letters.plan_given(story)


ENDINGS = (
    {"ratings": (("met", "met"),), "outcome": "removed"},
    {"ratings": (("partly-met", "met"), ("met", "met"))},
    {"ratings": (("met", "met"),), "outcome": "remained"},
    {"ratings": (("not-met", "partly-met"),), "view": "disagrees"},
    {"ratings": (("met", "met"), ("declined", "partly-met"))},
    {"ratings": (("partly-met", "partly-met"),), "finding": "no-risk-no-action", "outcome": ""},
)


def _closed(story: Story, n: int) -> None:
    _in_plan(story, n)
    stories.heard_in_enquiry(story, 33, stage="closing", said="It's quieter now. I go out on Thursdays.")
    endings.closed(story, 35 + n % 20, **ENDINGS[n % len(ENDINGS)])
    if n % 3 == 0:
        endings.say_offered(story, 38 + n % 20)
    endings.how_it_was(story, 35 + n % 20, n)
    if n % 6 == 0:
        letters.end_told(story, 36 + n % 20)


def _ceased(story: Story, n: int) -> None:
    _to_enquiry(story, n)
    endings.risks_seen(story)
    stories.heard_in_enquiry(story, 10, said="I don't want any more of this, thank you.")
    endings.ceased(story, 12)


# what happens, how many of them, and how many days ago the newest began
CHAPTERS = (
    (_just_raised, 9, 0), (_being_triaged, 7, 4), (_no_enquiry, 8, 20), (_in_enquiry, 14, 12), (_in_plan, 9, 25), (_closed, 18, 60),
    (_ceased, 3, 40),
)  # fmt: skip


@transaction.atomic
def load_demo(*, today: date | None = None, say=print) -> int:
    """Fill an empty database with the demo and print the accounts; returns how many cases. Does nothing where there is any authority."""
    if Authority.objects.exists():
        return 0
    today, dice = today or timezone.localdate(), Random(1)
    users = make_accounts()
    people = iter(invented_people(sum(many for _, many, _ in CHAPTERS), dice))
    number = 0
    for chapter, many, newest in CHAPTERS:
        for n in range(many):
            begins = today - timedelta(days=newest + n * (1 if newest < 5 else 17 if newest > 50 else 3))
            chapter(Story(number=number, adult=next(people), begins=begins, users=users, dice=dice), n)
            number += 1
        say(f"  {number} cases written …")
    quality.reviewed(Case.objects.filter(closed_on__isnull=False).earliest("recorded_at", "reference"), users, today)
    quality.audited(users, today)
    number += earlier.earlier_years(council=Authority.objects.get(), today=today, dice=dice)
    say(f"  {number} cases, with those of the two years before …")
    say(sign_in_card())
    return number
