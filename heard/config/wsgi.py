"""Where does the web server find Heard?"""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "heard.config.settings")
application = get_wsgi_application()
