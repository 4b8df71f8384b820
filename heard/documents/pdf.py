"""How does a page become a PDF that a screen reader can follow? Tagged (PDF/UA-1), with a title and a language, from our own files only."""

from mimetypes import guess_type
from urllib.parse import urlsplit

from django.contrib.staticfiles import finders

STATIC = "/static/"


def pdf_of(html: str) -> bytes:
    """A PDF of a whole HTML document. Its ``lang`` and ``<title>`` become the PDF's own; pictures have ``data:`` or ``/static/`` addresses.

    Nothing is fetched from elsewhere: another address is left out. Raises ValueError where the document has no language or no title:
    such a PDF could not be read aloud rightly.
    """
    if "<title>" not in html or "<html lang=" not in html:
        raise ValueError("A document needs a title and a language before it becomes a PDF")
    from weasyprint import HTML  # slow to load, and only needed here

    return HTML(string=html, base_url="https://heard.invalid/", url_fetcher=_ours()).write_pdf(pdf_variant="pdf/ua-1")


def _ours():
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Ours(URLFetcher):
        """Reads ``data:`` addresses and Heard's own static files, and refuses all else."""

        def fetch(self, url, headers=None):
            path = urlsplit(url).path
            if url.startswith("data:"):
                return super().fetch(url, headers)
            found = finders.find(path.removeprefix(STATIC)) if path.startswith(STATIC) else None
            if not found:
                raise ValueError("Not one of Heard's own files")
            with open(found, "rb") as file:
                return URLFetcherResponse(url, file.read(), {"Content-Type": guess_type(found)[0] or "text/plain"})

    return Ours(allowed_protocols={"data"})
