"""What is read about concerns?"""
