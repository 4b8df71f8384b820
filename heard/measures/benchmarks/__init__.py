"""Which published figures stand beside a council's own, with their year and source?"""
