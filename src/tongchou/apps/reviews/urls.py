from django.urls import path

from . import views

app_name = "reviews"
urlpatterns = [
    path("p/<slug:slug>/reviews/", views.queue, name="queue"),
    path("p/<slug:slug>/reviews/<uuid:uuid>/", views.review, name="review"),
]
