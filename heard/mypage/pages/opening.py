"""How does somebody open a page with a link or a code, and leave it?"""

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from django.views.defaults import server_error

from heard.accounts.permissions import public
from heard.flows.limits import WRONG_WITHIN, count, forget, sender
from heard.mypage.actions.opening import leave_page, look_at_way_in, too_many_tries, try_to_open
from heard.mypage.keys import LETTERS, letters_typed, tidied_code
from heard.mypage.pages.reading import COOKIE, ON_TO, ON_TO_FOR, keep_open, neutral, visiting
from heard.rules.vocabulary.own_page import Limit

FOR_ONE_CODE, FROM_ONE_ADDRESS = 8, 40
NOT_IT = "That is not the answer we have. Try again."


def _may_try(request: HttpRequest, code: str) -> bool:
    """Counts the try, for a code that does not exist too. The first past a limit is written down."""
    for_code = count("own-page", code, WRONG_WITHIN)
    if for_code == FOR_ONE_CODE + 1:
        too_many_tries(code=code, limit=Limit.FOR_ONE_CODE)
    return _may_come(request, code) and for_code <= FOR_ONE_CODE


def _may_come(request: HttpRequest, code: str) -> bool:
    from_address = count("own-page-from", sender(request), WRONG_WITHIN)
    if from_address == FROM_ONE_ADDRESS + 1:
        too_many_tries(code=code, limit=Limit.FROM_ONE_ADDRESS)
    return from_address <= FROM_ONE_ADDRESS


def _ask(request: HttpRequest, code: str, error: str = "") -> HttpResponse:
    """The second fact's question, where the code opens something; else the neutral page. Uses nothing up."""
    found = look_at_way_in(code=code)
    if found is None:
        return neutral(request)
    return render(request, "mypage/question.html", {"question": found.question, "code": code, "error": error})


@public
def link(request: HttpRequest, link: str) -> HttpResponse:
    """A link, opened: asks the question and uses nothing up, so that a mail scanner or a curious tap does no harm."""
    if request.method != "GET" or not _may_come(request, link):
        return neutral(request)
    return _ask(request, link)


@public
def enter(request: HttpRequest) -> HttpResponse:
    """Type the code from paper; then the answer; then the page. What does not open anything shows the neutral page."""
    if request.method != "POST":
        return render(request, "mypage/enter.html")
    code, answer = request.POST.get("code", "")[:100], request.POST.get("answer")
    if not code.strip():
        return render(request, "mypage/enter.html", {"error": "Type the letters and numbers on your paper."})
    if answer is None and (typed := letters_typed(code)) != LETTERS:
        wrong = f"You typed {typed}. There are {LETTERS} on your paper. Look at it and type again."
        return render(request, "mypage/enter.html", {"error": wrong, "code": code})
    if not _may_try(request, tidied_code(code)):
        return neutral(request)
    if answer is None:
        return _ask(request, code)
    if not answer.strip():
        return _ask(request, code, "Type your answer.")
    tried = try_to_open(code=code, answer=answer[:200])
    if tried.is_wrong_answer:
        return _ask(request, code, NOT_IT)
    if tried.opening is None:
        return neutral(request)
    forget("own-page", tidied_code(code))
    return keep_open(redirect("own-page"), tried.key)


enter.expired_page = "mypage/again.html"


@csrf_exempt  # a form too old to send must close the page all the same; the cookie is not sent from another site
@public
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Close the page and show one that says nothing. Works for a page that has closed already."""
    here = visiting(request)
    response = redirect("blank-page")  # never straight to another site: a form of ours may not lead there
    if here is not None:
        leave_page(opening=here.opening)
        if exit_url := here.opening.case.authority.exit_url:
            kept = signing.dumps(exit_url, salt=ON_TO)
            response.set_cookie(ON_TO, kept, path="/p/blank", max_age=ON_TO_FOR, httponly=True, secure=settings.HTTPS, samesite="Lax")
    response.delete_cookie(COOKIE, path="/p")
    return response


@public
def blank(request: HttpRequest) -> HttpResponse:
    """A page that says nothing about where somebody has been, and goes on to the council's chosen one, which no address here names."""
    try:
        exit_url = signing.loads(request.COOKIES.get(ON_TO, ""), salt=ON_TO, max_age=ON_TO_FOR)
    except signing.BadSignature:
        exit_url = ""
    return render(request, "flows/left.html", {"exit_url": exit_url})


def fault(request: HttpRequest) -> HttpResponse:
    """What is shown where something broke: on the adult's own side, a page that says nothing."""
    if request.path == "/p" or request.path.startswith("/p/"):
        return HttpResponse(render_to_string("mypage/fault.html"), status=500)
    return server_error(request)


@public
def anything_else(request: HttpRequest, rest: str) -> HttpResponse:
    """Any other address here: the neutral page, so that a mistyped one tells nothing."""
    return neutral(request)
