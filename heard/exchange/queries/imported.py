"""How did the rows of a table stand straight after they were imported?"""

from heard.accounts.models import Authority
from heard.exchange.models import ImportedRow


def rows_as_imported(authority: Authority | None, file: str) -> dict[str, dict[str, str]]:
    """The cells by reference."""
    if authority is None:
        return {}
    rows = ImportedRow.objects.filter(authority=authority, table=file).values_list("ref", "cells")
    return dict(rows.iterator(chunk_size=5000))
