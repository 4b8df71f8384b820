"""Which addresses belong to accounts?"""

urlpatterns = []
