"""The screens that show it all together."""
