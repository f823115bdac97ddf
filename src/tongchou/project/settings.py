"""Django settings, from the table of settings in `settings_table`."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.utils.translation import gettext_lazy as _

from . import settings_table

_values = settings_table.read()

TONGCHOU_DATA: Path = settings_table.data_directory()
TONGCHOU_DIGEST = _values["TONGCHOU_DIGEST"]
TONGCHOU_SIGNING_KEY = Path(_values["TONGCHOU_SIGNING_KEY"] or TONGCHOU_DATA / "keys" / "heads.key")
TONGCHOU_DEMO = _values["TONGCHOU_DEMO"] == "1"
TONGCHOU_BUSINESS_DATE = _values["TONGCHOU_BUSINESS_DATE"]
TONGCHOU_UPLOAD_LIMIT = 50 * 2**20
TONGCHOU_EVIDENCE_LIMIT = 20 * 2**20


def _database(url: str) -> dict[str, object]:
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": TONGCHOU_DATA / "tongchou.sqlite3",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": (
                    "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;"
                    "PRAGMA cache_size=-64000"
                ),
            },
        }
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


SECRET_KEY = _values["TONGCHOU_SECRET_KEY"] or settings_table.kept_secret(
    TONGCHOU_DATA / "keys" / "secret.key"
)
DEBUG = _values["TONGCHOU_DEBUG"] == "1"
ALLOWED_HOSTS = [host.strip() for host in _values["TONGCHOU_HOSTS"].split(",") if host.strip()]
DATABASES = {"default": _database(_values["TONGCHOU_DATABASE_URL"])}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "tongchou.web",
    "tongchou.apps.audit",
    "tongchou.apps.organizations",
    "tongchou.apps.files",
    "tongchou.apps.notices",
    "tongchou.apps.programmes",
    "tongchou.apps.reports",
    "tongchou.apps.reviews",
    "tongchou.apps.assessments",
    "tongchou.apps.publications",
    "tongchou.project",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "tongchou.project.middleware.SignInRequired",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "tongchou.project.middleware.private_pages",
    "tongchou.project.middleware.business_date",
    "tongchou.project.middleware.remote_address",
    "tongchou.project.middleware.RefusedUploads",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "tongchou.project.urls"
WSGI_APPLICATION = "tongchou.project.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "tongchou.web.jinja.environment",
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "tongchou.project.navigation.navigation",
            ],
        },
    }
]

AUTH_USER_MODEL = "organizations.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "organizations:login"
LOGIN_REDIRECT_URL = "publications:home"
LOGOUT_REDIRECT_URL = "organizations:login"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "login"
AXES_LOCKOUT_TEMPLATE = "organizations/locked.html"
AXES_HTTP_RESPONSE_CODE = 429

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("Chinese")), ("en", _("English"))]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"

STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True
FILE_UPLOAD_HANDLERS = ["tongchou.apps.files.uploads.LimitedUploadHandler"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 2**20
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

SESSION_COOKIE_AGE = 8 * 3600
SESSION_SAVE_EVERY_REQUEST = False
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = _values["TONGCHOU_HTTPS"] == "1"
CSRF_FAILURE_VIEW = "tongchou.web.errors.form_expired"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
