"""Which addresses belong to casework?"""

urlpatterns = []
