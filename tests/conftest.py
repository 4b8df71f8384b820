"""What does every test start from?"""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "heard.config.settings")
os.environ.setdefault("HEARD_SECRET_KEY", "only-for-tests")
os.environ.setdefault("HEARD_DATABASE_URL", "sqlite:///:memory:")
