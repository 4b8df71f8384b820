"""Which face stands beside my name in Easy Read?"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from heard.accounts.permissions import Permission, allow
from heard.documents.actions import keep_portrait, take_back_portrait
from heard.documents.forms.portrait import MyPicture
from heard.documents.queries import face_of


@allow(Permission.RECORD_IN_CASE)
def my_picture(request: HttpRequest) -> HttpResponse:
    """The worker's own picture: to add, to change, or to take back."""
    if request.method == "POST" and "take_back" in request.POST:
        take_back_portrait(by=request.user)
        messages.success(request, "Your initials are shown again. Letters that were sent keep what they had.")
        return redirect("my-picture")
    form = MyPicture(request.POST, request.FILES) if request.method == "POST" else MyPicture()
    if form.is_bound and form.is_valid():
        keep_portrait(content=form.cleaned_data["picture"], by=request.user)
        messages.success(request, "Your picture will stand beside your name in Easy Read")
        return redirect("my-picture")
    return render(request, "documents/my-picture.html", {"form": form, "face": face_of(request.user)})
