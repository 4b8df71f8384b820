"""Which records does version 1.1 of the format carry, beyond version 1, and how is each a row?"""
