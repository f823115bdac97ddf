from django.urls import path

from . import views

app_name = "notices"
urlpatterns = [
    path("notices/<uuid:uuid>/", views.notice, name="notice"),
    path("notices/<uuid:uuid>/file", views.notice_file, name="notice_file"),
]
