"""The words for the actions of the audit record, of every app, in one table."""

from tongchou.domain.shared.text import Text

WORDS = {
    "account.open": Text("开立账号", "Account opened"),
    "account.password": Text("修改密码", "Password changed"),
    "jurisdiction.register": Text("登记地区", "Jurisdiction registered"),
    "notice.refuse": Text("拒收通知", "Notice refused"),
    "organization.register": Text("登记单位", "Organization registered"),
    "role.end": Text("撤销角色", "Role ended"),
    "role.give": Text("授予角色", "Role given"),
    "session.begin": Text("登录", "Signed in"),
    "session.end": Text("退出", "Signed out"),
    "session.refuse": Text("登录失败", "Sign-in failed"),
}


def words_of(action: str) -> Text:
    """An action without words is shown by its code."""
    return WORDS.get(action, Text(action, action))
