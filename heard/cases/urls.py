"""Which addresses belong to cases?"""

urlpatterns = []
