"""Which addresses belong to voice?"""

urlpatterns = []
