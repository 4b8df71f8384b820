"""How is this copy of Heard set up? One file; the environment for the rest."""

import json
import os
import secrets
from pathlib import Path

from csp.constants import NONE, SELF

from heard.config.database import database_from

ROOT = Path(__file__).resolve().parent.parent
HOME = Path(os.environ.get("HEARD_HOME", "var")).resolve()


def _secret_key() -> str:
    """From the environment, or made once and kept in HEARD_HOME, readable by its owner only."""
    if given := os.environ.get("HEARD_SECRET_KEY"):
        return given
    kept = HOME / "secret-key"
    if not kept.exists():
        HOME.mkdir(parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(48))
    return kept.read_text()


SECRET_KEY = _secret_key()
DEBUG = False
HTTPS = os.environ.get("HEARD_HTTPS", "") == "1"
ALLOWED_HOSTS = os.environ.get("HEARD_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
HEARD_PROXIES = int(os.environ.get("HEARD_PROXIES", "0"))  # how many of our own proxies stand in front: whose word for an address counts
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("HEARD_ORIGINS", "").split(",") if origin]
DATABASES = {"default": database_from(os.environ.get("HEARD_DATABASE_URL", ""), home=HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

HEARD_APPS = [
    "heard.audit",
    "heard.accounts",
    "heard.govuk",
    "heard.flows",
    "heard.people",
    "heard.cases",
    "heard.documents",
    "heard.voice",
    "heard.rights",
    "heard.concerns",
    "heard.enquiries",
    "heard.mypage",
    "heard.assurance",
    "heard.learning",
    "heard.casework",
    "heard.returns",
    "heard.measures",
    "heard.exchange",
    "heard.config",
]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    *HEARD_APPS,
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "heard.config.middleware.nothing_kept_by_browsers",
    "heard.config.middleware.AskWhyOpening",
    "heard.config.middleware.forget_what_was_saved",
]
ROOT_URLCONF = "heard.config.urls"
WSGI_APPLICATION = "heard.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": sorted(ROOT.glob("*/templates")),
        "OPTIONS": {
            "environment": "heard.govuk.jinja.environment",
            "context_processors": [
                "django.contrib.messages.context_processors.messages",
                "heard.config.navigation.navigation",
                "heard.learning.beside.beside_work",
            ],
        },
    }
]

AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "/sign-in"
LOGIN_REDIRECT_URL = "/"
CSRF_FAILURE_VIEW = "heard.flows.pages.expired.form_expired"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_AGE = None  # gone with the browser: a public form leaves nothing behind
CSRF_COOKIE_HTTPONLY = True
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
WHITENOISE_USE_FINDERS = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
HEARD_TIMESCALES = json.loads(os.environ.get("HEARD_TIMESCALES", "{}"))  # days by name, see heard/rules/next_steps/step.py
HEARD_REASONS_FOR_DELAY = json.loads(os.environ.get("HEARD_REASONS_FOR_DELAY", "{}"))  # labels by name, see heard/rules/lateness.py
HEARD_RETURN_CHECKS = json.loads(os.environ.get("HEARD_RETURN_CHECKS", "{}"))  # percent by name, see heard/rules/return_checks.py
HEARD_REPRESENTATION = json.loads(os.environ.get("HEARD_REPRESENTATION", "{}"))  # tests and grounds, see heard/rules/appropriate_person.py
HEARD_INSTRUMENTS = os.environ.get("HEARD_INSTRUMENTS", "")  # a file or folder of questionnaires, see heard/voice/questionnaires.py
HEARD_LEARNING = os.environ.get("HEARD_LEARNING", "")  # a folder of the council's own pages, see docs/how-to/add-a-learning-resource.md
HEARD_CPD = json.loads(os.environ.get("HEARD_CPD", "{}"))  # what a register asks for, by its slug, see heard/rules/cpd_renewal.py
HEARD_QUESTION_SETS = os.environ.get("HEARD_QUESTION_SETS", "")  # a folder of own audit questions, see heard/assurance/questions.py
HEARD_OWN_PAGE_READ = os.environ.get(  # when what an adult sends from their own page is read, in plain words, said on that page
    "HEARD_OWN_PAGE_READ", "We read what you send here from Monday to Friday, in the day."
)
HEARD_PICTURES_MAP = os.environ.get("HEARD_PICTURES_MAP", "")  # a council's own pictures for letters, see heard/documents/pictures.py
HEARD_ESPEAK = os.environ.get("HEARD_ESPEAK", "")  # where espeak-ng is, which makes sound of letters; blank finds it on the path
HEARD_DRAFT_DAYS = int(os.environ.get("HEARD_DRAFT_DAYS", "14"))

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": os.environ.get("HEARD_LOG_LEVEL", "WARNING")},
}
