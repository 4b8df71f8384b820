"""Which screens does every flow have?"""
