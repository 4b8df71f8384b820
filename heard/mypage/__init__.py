"""What does the adult see, say and judge themselves?"""
