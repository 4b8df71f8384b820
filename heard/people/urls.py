"""Which addresses belong to people?"""

urlpatterns = []
