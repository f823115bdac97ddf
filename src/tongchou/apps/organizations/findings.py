"""What can keep an account or a role from being changed."""

from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class LastAdministrator(Finding):
    """Params: name."""

    code = "X501"
    severity = Severity.ERROR
    title = Text("最后一名管理员", "The last administrator")
    template = Text(
        "{name} 是最后一名管理员，未作更改",
        "{name} is the last administrator; nothing was changed",
    )
    remedy = Text("先给另一个账号管理员角色", "First give another account the administrator's role")


class RoleHeld(Finding):
    """Params: name."""

    code = "X502"
    severity = Severity.ERROR
    title = Text("已有该角色", "The role is held already")
    template = Text("{name} 已有该角色", "{name} holds this role already")
    remedy = Text("如要缩小范围，先撤销原角色", "To narrow it, end the role that is held first")


class AccountClosed(Finding):
    """Params: name."""

    code = "X503"
    severity = Severity.ERROR
    title = Text("账号已停用", "The account is closed")
    template = Text(
        "{name} 的账号已停用，未作更改", "{name}'s account is closed; nothing was changed"
    )
    remedy = Text("先恢复账号", "Reopen the account first")


class PasswordNotReset(Finding):
    """Params: name."""

    code = "X504"
    severity = Severity.ERROR
    title = Text("不能在此重置密码", "This password is not set here")
    template = Text(
        "{name} 是本人或演示账号，密码未重置",
        "{name} is your own account or a demonstration account; the password was not set",
    )
    remedy = Text(
        "本人的密码在“我的账号”中修改；演示账号没有密码",
        "Change your own under “My account”; demonstration accounts have no password",
    )
