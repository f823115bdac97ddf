"""What can keep an account or a role from being changed."""

from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class LastAdministrator(Finding):
    """Params: name."""

    code = "X501"
    severity = Severity.ERROR
    title = Text("最后一名管理员", "The last administrator")
    template = Text(
        "{name} 是最后一名管理员，角色未撤销",
        "{name} is the last administrator; the role was not ended",
    )
    remedy = Text("先给另一个账号管理员角色", "First give another account the administrator's role")
