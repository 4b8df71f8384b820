"""Which address leads where? Each folder holds its own."""

from django.urls import include, path

APPS = (
    "accounts", "flows", "people", "cases", "documents", "voice", "rights", "concerns", "enquiries", "mypage", "assurance", "learning",
    "casework", "returns", "measures",
)  # fmt: skip

urlpatterns = [path("", include(f"heard.{app}.urls")) for app in APPS]
