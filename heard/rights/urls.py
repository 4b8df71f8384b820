"""Which addresses belong to rights?"""

urlpatterns = []
