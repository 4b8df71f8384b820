"""What do the nine measures come to as they are counted for the cases behind a figure, enquiry by enquiry?"""

from heard.cases.models import Enquiry
from heard.measures.queries.concluded import concluded, counted, counts_of, rows_of


def one_by_one(council, start=None, end=None) -> list[dict]:
    """The rows of the nine measures of a whole council, both days included."""
    return rows_of(counts_of(counted(concluded(Enquiry.objects.filter(authority=council), start, end))))
