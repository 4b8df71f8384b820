"""Which address leads where? Each folder holds its own."""

from django.urls import include, path

APPS = (
    "accounts", "flows", "people", "cases", "documents", "voice", "rights", "concerns", "enquiries", "mypage", "assurance", "learning",
    "casework", "returns", "measures",
)  # fmt: skip

handler500 = "heard.mypage.pages.opening.fault"  # the adult's own side must not say what it is about, even when it breaks

urlpatterns = [path("", include(f"heard.{app}.urls")) for app in APPS]
