"""Toy flows with nothing to do with safeguarding, and the addresses they have in the tests."""

from django.http import Http404, HttpResponse
from django.urls import include, path

from heard.accounts.permissions import Permission
from heard.flows.flow import Flow, Page
from heard.flows.urls import flow_urls
from heard.govuk.fields import AnyOf, DayMonthYear, LongText, OneOf, ShortText, YesNo
from heard.govuk.forms import Question
from heard.rules.decision import Decision, Law, NotAllowed
from heard.rules.vocabulary.answers import YesNo as YesOrNo

SENT: list = []
ADDED: list = []


class Who(Question):
    who = OneOf(
        "Who is the cake for?",
        [("me", "Me"), ("other", "Somebody else")],
        short="Who it is for",
        conditional={"other": "name"},
        missing="Select who the cake is for",
    )
    name = ShortText("Their name", missing="Enter their name")


class Icing(Question):
    icing = ShortText("Which icing do you want?", short="Icing", required=False)

    def adapt(self):
        if self.answers["who"] == "other":
            self.fields["icing"].label = "Which icing do they want?"


class Candles(Question):
    candles = YesNo("Do you want candles?", short="Candles", missing="Select yes if you want candles")


class HowMany(Question):
    how_many = ShortText("How many candles?", short="Number of candles", missing="Enter how many candles")


class Story(Question):
    title = "Tell us more"
    story = LongText("What is the cake for?", short="What it is for", missing="Enter what the cake is for")
    day = DayMonthYear("Which day?", short="The day", required=False)
    extras = AnyOf("Extras", [("jam", "Jam"), ("cream", "Cream")], required=False)


def bake(submission):
    """Keeps what was sent; refuses a cake made of mud, as a rule would."""
    if submission.answers["icing"] == "mud":
        raise NotAllowed(Decision(yes=False, because=("Mud is not icing",), law=(Law("Bread Act 1822"),)))
    if submission.answers["icing"] == "fire":
        raise RuntimeError("The kitchen is on fire")
    SENT.append(submission)
    return f"cake-{len(SENT)}"


def about_a_tin(request, tin, **kwargs):
    if tin == "out-of-reach":
        raise Http404
    return {"tin": tin}


PAGES = (
    Page("who", Who),
    Page("icing", Icing),
    Page("candles", Candles),
    Page("how-many", HowMany, shown_if=lambda answers: answers["candles"] == YesOrNo.YES),
    Page("story", Story),
)
CAKE = Flow("toy-cake", "Ask for a cake", PAGES, on_submit=bake, public=True, on_add=lambda draft, words: ADDED.append(words))
ORDER = Flow("toy-order", "Order a cake", PAGES, on_submit=bake, permission=Permission.RAISE_CONCERN)
TART = Flow(
    "toy-tart", "Ask for a tart", (Page("icing", Icing), Page("story", Story)), on_submit=bake, public=True, begins_on_first_page=True
)
TIN = Flow(
    "toy-tin",
    "Line a tin",
    (Page("icing", Icing),),
    on_submit=bake,
    permission=Permission.RAISE_CONCERN,
    about=about_a_tin,
    check_answers=False,
    done_url=lambda draft, about: f"/tins/{about['tin']}",
)

urlpatterns = [
    path("", include("heard.accounts.urls")),
    path("", include("heard.learning.urls")),
    path("privacy/<slug:authority>", lambda request, authority: HttpResponse(), name="privacy-notice"),
    path("accessibility/<slug:authority>", lambda request, authority: HttpResponse(), name="accessibility-statement"),
    path("<slug:authority>/cake/", include(flow_urls(CAKE))),
    path("<slug:authority>/tart/", include(flow_urls(TART))),
    path("order/", include(flow_urls(ORDER))),
    path("tins/<slug:tin>/line/", include(flow_urls(TIN))),
]
