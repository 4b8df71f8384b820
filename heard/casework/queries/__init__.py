"""What do the screens that show a case together read?"""
