"""Law and practice, as pure Python: no Django, no database, no clock."""
