"""Heard: case-work software for adult safeguarding in which the adult's own voice leads."""
