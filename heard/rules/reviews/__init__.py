"""What is asked of a Safeguarding Adult Review: must there be one, what happened when, who may be known, and did it change anything?"""
