"""What of a file may a spreadsheet take for a formula?"""

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(cell):
    """A cell that no spreadsheet takes for a formula: a team may be called anything. What is no text stays as it is."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(STARTS_A_FORMULA) else cell
