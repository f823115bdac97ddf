from django.urls import path

from .views import account, people

app_name = "organizations"
urlpatterns = [
    path("login/", account.sign_in, name="login"),
    path("login/demo/", account.demo_login, name="demo_login"),
    path("login/resume/", account.resume, name="resume"),
    path("logout/", account.sign_out, name="logout"),
    path("account/", account.account, name="account"),
    path("people/", people.people, name="people"),
    path("people/<uuid:uuid>/", people.person, name="person"),
    path("people/<uuid:uuid>/password/", people.reset_password, name="reset_password"),
    path("people/<uuid:uuid>/close/", people.close_account, name="close_account"),
    path("people/<uuid:uuid>/reopen/", people.reopen_account, name="reopen_account"),
    path("people/roles/<uuid:uuid>/end/", people.end_role, name="end_role"),
]
