"""What must the council return each year, and which cases stand behind each figure?"""
