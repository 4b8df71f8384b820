"""Invented people and cases, so that a newcomer can try Heard. Nobody here is or resembles a real person."""
