"""How are case files audited: drawn fairly, by whom, read from what, and do auditors agree?"""
