"""What can be learnt, and what has somebody learnt?"""
