"""Which files has a bundle, by version of the format?"""

from heard.exchange.carried.about_the_adult import OF_THE_ADULT
from heard.exchange.carried.about_the_case import OF_A_CASE
from heard.exchange.carried.field import Carried
from heard.exchange.tables import TABLES, Table

CARRIED: dict[str, Carried] = {one.file: one for one in (*OF_THE_ADULT, *OF_A_CASE)}
VERSION_1, VERSION_1_1 = "1", "1.1"
# In the order in which their rows refer to one another.
OF_VERSION: dict[str, tuple[Table, ...]] = {
    VERSION_1: TABLES,
    VERSION_1_1: (*TABLES, *(one.table for one in CARRIED.values())),
}
ALL_TABLES = OF_VERSION[VERSION_1_1]
BY_FILE: dict[str, Table] = {table.file: table for table in ALL_TABLES}
