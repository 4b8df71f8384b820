"""Which addresses belong to concerns?"""

urlpatterns = []
