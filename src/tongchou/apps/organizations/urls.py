from django.urls import path

from . import views

app_name = "organizations"
urlpatterns = [
    path("login/", views.sign_in, name="login"),
    path("login/demo/", views.demo_login, name="demo_login"),
    path("login/resume/", views.resume, name="resume"),
    path("logout/", views.sign_out, name="logout"),
    path("account/", views.account, name="account"),
    path("people/", views.people, name="people"),
    path("people/roles/<uuid:uuid>/end/", views.end_role, name="end_role"),
]
