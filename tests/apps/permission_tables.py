"""Who may open what: a row a page, a column a person of the cast, the status that each gets."""

NAMES = (
    "anonymous",
    "stranger",
    "administrator",
    "coordinator",
    "leader",
    "liaison 万州",
    "reviewer 万州",
    "liaison 达州",
    "reviewer 达州",
)

# page                                anon str  adm  coor lead l-wz r-wz l-dz r-dz
READING = """
set_language                          302  302  302  302  302  302  302  302  302
organizations:login                   200  302  302  302  302  302  302  302  302
organizations:demo_login              405  405  405  405  405  405  405  405  405
organizations:resume                  302  302  302  302  302  302  302  302  302
organizations:logout                  405  405  405  405  405  405  405  405  405
organizations:account                 302  200  200  200  200  200  200  200  200
organizations:people                  302  404  200  404  404  404  404  404  404
organizations:person                  302  404  200  404  404  404  404  404  404
organizations:reset_password          302  405  405  405  405  405  405  405  405
organizations:close_account           302  405  405  405  405  405  405  405  405
organizations:reopen_account          302  405  405  405  405  405  405  405  405
organizations:end_role                302  405  405  405  405  405  405  405  405
audit:entries                         302  404  200  404  404  404  404  404  404
notices:notice                        302  404  404  200  200  200  200  200  200
notices:notice_file                   302  404  404  200  200  200  200  200  200
programmes:programmes                 302  200  200  200  200  200  200  200  200
programmes:new                        302  404  404  200  404  404  404  404  404
programmes:confirm                    302  404  404  200  404  404  404  404  404
programmes:confirm_rest               302  404  404  200  404  404  404  404  404
programmes:confirm_task               302  404  404  200  404  404  404  404  404
programmes:revision                   302  404  404  200  200  200  200  200  200
programmes:coverage                   302  404  404  200  200  200  200  200  200
programmes:coverage/draft             302  404  404  200  404  404  404  404  404
programmes:adopt                      302  404  404  200  404  404  404  404  404
programmes:release                    302  405  405  405  405  405  405  405  405
programmes:projects                   302  404  404  200  200  200  200  200  200
programmes:projects/draft             302  404  404  200  404  404  404  404  404
programmes:project                    302  404  404  200  404  404  404  404  404
programmes:amend                      302  404  404  200  404  404  404  404  404
programmes:amend/draft                302  404  404  200  404  404  404  404  404
programmes:take_over                  302  405  405  405  405  405  405  405  405
programmes:put_aside                  302  405  405  405  405  405  405  405  405
programmes:amend_seal                 302  404  404  200  404  404  404  404  404
reports:periods                       302  404  404  200  404  404  404  404  404
reports:period                        302  404  404  200  404  404  404  404  404
reports:due                           302  404  404  404  404  200  404  200  404
reports:report/due                    302  404  404  404  404  200  404  404  404
reports:report/submitted              302  404  404  200  404  200  200  404  404
reports:report/approved               302  404  404  200  200  200  200  404  404
reports:evidence/submitted            302  404  404  200  404  200  200  404  404
reports:submission/submitted          302  404  404  200  404  200  200  404  404
reports:submission/approved           302  404  404  200  200  200  200  404  404
reviews:queue                         302  404  404  404  404  404  200  404  200
reviews:review/due                    302  404  404  404  404  404  404  404  404
reviews:review/submitted              302  404  404  404  404  404  200  404  404
reviews:review/approved               302  404  404  404  404  404  200  404  404
assessments:runs                      302  404  404  200  200  200  200  200  200
assessments:run                       302  404  404  200  200  200  200  200  200
publications:home                     302  200  200  200  200  200  200  200  200
publications:overview                 302  404  404  200  200  200  200  200  200
publications:task                     302  404  404  200  200  200  200  200  200
publications:jurisdiction             302  404  404  200  200  200  200  200  200
publications:editions                 302  404  404  200  200  200  200  200  200
publications:bulletin                 302  404  404  200  200  200  200  200  200
publications:ledger                   302  404  404  200  200  200  200  200  200
"""

# What a post with nothing useful in it gets: 404 without the right, else the form again with its
# errors (200 or 422) or the page after it (302). Pages that only show answer 405 or show.
WRITING = """
set_language                          302  302  302  302  302  302  302  302  302
organizations:login                   200  200  200  200  200  200  200  200  200
organizations:demo_login              404  404  404  404  404  404  404  404  404
organizations:resume                  302  302  302  302  302  302  302  302  302
organizations:logout                  302  302  302  302  302  302  302  302  302
organizations:account                 302  200  200  200  200  200  200  200  200
organizations:people                  302  404  200  404  404  404  404  404  404
organizations:person                  302  404  200  404  404  404  404  404  404
organizations:reset_password          302  404  200  404  404  404  404  404  404
organizations:close_account           302  404  302  404  404  404  404  404  404
organizations:reopen_account          302  404  302  404  404  404  404  404  404
organizations:end_role                302  404  302  404  404  404  404  404  404
programmes:new                        302  404  404  422  404  404  404  404  404
programmes:confirm                    302  404  404  422  404  404  404  404  404
programmes:confirm_rest               302  404  404  302  404  404  404  404  404
programmes:confirm_task               302  404  404  422  404  404  404  404  404
programmes:adopt                      302  404  404  422  404  404  404  404  404
programmes:release                    302  404  404  302  404  404  404  404  404
programmes:project                    302  404  404  422  404  404  404  404  404
programmes:amend                      302  404  404  422  404  404  404  404  404
programmes:amend/draft                302  404  404  422  404  404  404  404  404
programmes:take_over                  302  404  404  302  404  404  404  404  404
programmes:put_aside                  302  404  404  302  404  404  404  404  404
programmes:amend_seal                 302  404  404  422  404  404  404  404  404
reports:periods                       302  404  404  422  404  404  404  404  404
reports:period                        302  404  404  422  404  404  404  404  404
reports:report/due                    302  404  404  404  404  302  404  404  404
reports:report/submitted              302  404  404  404  404  302  404  404  404
reports:report/approved               302  404  404  404  404  302  404  404  404
reviews:review/due                    302  404  404  404  404  404  404  404  404
reviews:review/submitted              302  404  404  404  404  404  422  404  404
reviews:review/approved               302  404  404  404  404  404  422  404  404
assessments:runs                      302  404  404  422  404  404  404  404  404
publications:editions                 302  404  404  422  404  404  404  404  404
"""
