"""Which addresses belong to measures?"""

urlpatterns = []
