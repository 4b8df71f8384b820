"""The voice line: every opportunity the adult had to be heard, and what they wanted at each point."""
