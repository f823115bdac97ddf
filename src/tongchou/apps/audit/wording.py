"""The words for the actions of the audit record, of every app, in one table."""

from tongchou.domain.shared.text import Text

WORDS = {
    "account.open": Text("开立账号", "Account opened"),
    "account.password": Text("修改密码", "Password changed"),
    "edition.publish": Text("发布版次", "Edition published"),
    "jurisdiction.register": Text("登记地区", "Jurisdiction registered"),
    "notice.receive": Text("收入通知", "Notice received"),
    "notice.refuse": Text("拒收通知", "Notice refused"),
    "organization.register": Text("登记单位", "Organization registered"),
    "period.extend": Text("延长填报期", "Period extended"),
    "period.open": Text("开放填报期", "Period opened"),
    "programme.assess": Text("运行评估", "Assessment run"),
    "programme.confirm": Text("确认方案", "Programme confirmed"),
    "programme.confirm_task": Text("确认任务", "Task confirmed"),
    "programme.correct": Text("更正读数", "Reading corrected"),
    "programme.draft": Text("建立方案草案", "Programme drafted"),
    "report.approve": Text("审核通过", "Report approved"),
    "report.correct": Text("更正填报", "Report taken back for correction"),
    "report.evidence.add": Text("添加佐证材料", "Evidence added"),
    "report.evidence.remove": Text("移除佐证材料", "Evidence removed"),
    "report.return": Text("退回填报", "Report returned"),
    "report.save": Text("保存填报草稿", "Report draft saved"),
    "report.submit": Text("提交填报", "Report submitted"),
    "role.end": Text("撤销角色", "Role ended"),
    "role.give": Text("授予角色", "Role given"),
    "session.begin": Text("登录", "Signed in"),
    "session.end": Text("退出", "Signed out"),
    "session.refuse": Text("登录失败", "Sign-in failed"),
}


def words_of(action: str) -> Text:
    """An action without words is shown by its code."""
    return WORDS.get(action, Text(action, action))
