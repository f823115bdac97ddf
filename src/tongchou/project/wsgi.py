import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tongchou.project.settings")

application = get_wsgi_application()

from . import checks  # noqa: E402  its imports need the settings to be loaded

checks.boot()
