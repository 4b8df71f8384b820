"""Which addresses belong to enquiries?"""

urlpatterns = []
