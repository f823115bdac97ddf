"""The words of the audit record, of every app, in one place: actions, fields, coded values."""

import json
from typing import Any

from tongchou.domain.shared.text import Text

WORDS = {
    "account.close": Text("停用账号", "Account closed"),
    "account.open": Text("开立账号", "Account opened"),
    "account.password": Text("修改密码", "Password changed"),
    "account.password.reset": Text("重置密码", "New password set"),
    "account.reopen": Text("恢复账号", "Account reopened"),
    "edition.publish": Text("发布版次", "Edition published"),
    "jurisdiction.register": Text("登记地区", "Jurisdiction registered"),
    "notice.receive": Text("收入通知", "Notice received"),
    "notice.refuse": Text("拒收通知", "Notice refused"),
    "organization.register": Text("登记单位", "Organization registered"),
    "period.extend": Text("延长填报期", "Period extended"),
    "period.open": Text("开放填报期", "Period opened"),
    "programme.adopt": Text("列为正文事项", "Promise adopted"),
    "programme.amend": Text("调整方案", "Programme amended"),
    "programme.assess": Text("运行评估", "Assessment run"),
    "programme.confirm": Text("确认方案", "Programme confirmed"),
    "programme.confirm_task": Text("确认任务", "Task confirmed"),
    "programme.correct": Text("更正读数", "Reading corrected"),
    "programme.draft": Text("建立方案草案", "Programme drafted"),
    "programme.put_aside": Text("放弃通知", "Notice put aside"),
    "programme.release": Text("撤销正文事项", "Adoption undone"),
    "programme.take_over": Text("采用新通知", "Notice taken over"),
    "programme.target.add": Text("添加目标", "Target added"),
    "programme.target.drop": Text("删去目标", "Target dropped"),
    "programme.target.merge": Text("合并目标", "Targets merged"),
    "programme.target.split": Text("拆分目标", "Target split"),
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


FIELDS = {
    "as_of": Text("截至", "As of"),
    "closes": Text("关闭", "Closes"),
    "confirmations": Text("沿用的确认", "Confirmations kept"),
    "corrections": Text("沿用的更正", "Corrections kept"),
    "digest": Text("摘要", "Digest"),
    "due": Text("截止", "Due"),
    "end": Text("止", "To"),
    "file": Text("文件", "File"),
    "findings": Text("问题", "Findings"),
    "jurisdiction": Text("地区", "Jurisdiction"),
    "kind": Text("类型", "Kind"),
    "login": Text("账号", "Account"),
    "name": Text("名称", "Name"),
    "number": Text("编号", "Number"),
    "opens": Text("开放", "Opens"),
    "organization": Text("单位", "Organization"),
    "path": Text("读数", "Reading"),
    "read": Text("已核对", "Checked"),
    "reason": Text("原因", "Reason"),
    "reports": Text("应报", "Reports due"),
    "role": Text("角色", "Role"),
    "run": Text("评估", "Run"),
    "scheme": Text("规则", "Scheme"),
    "slug": Text("地址", "Address"),
    "start": Text("起", "From"),
    "state": Text("状态", "State"),
    "target": Text("目标", "Target"),
    "targets": Text("目标", "Targets"),
    "task": Text("任务", "Task"),
    "tasks": Text("任务", "Tasks"),
    "title": Text("标题", "Title"),
    "user": Text("账号", "Account"),
    "value": Text("值", "Value"),
    "verdict": Text("决定", "Decision"),
}
CODED = {"kind", "role", "state", "verdict"}
VALUES = {
    "administrator": Text("管理员", "Administrator"),
    "approved": Text("通过", "Approved"),
    "company": Text("企业", "Company"),
    "coordinator": Text("统筹员", "Coordinator"),
    "department": Text("政府部门", "Department"),
    "draft": Text("草稿", "Draft"),
    "government": Text("下级政府", "Lower government"),
    "leader": Text("领导", "Leader"),
    "liaison": Text("联络员", "Liaison"),
    "office": Text("政府办公室", "Office"),
    "park": Text("园区", "Park"),
    "party": Text("党委部门", "Party organ"),
    "returned": Text("退回", "Returned"),
    "reviewer": Text("审核员", "Reviewer"),
}
YES = {True: Text("是", "yes"), False: Text("否", "no")}
LENGTH = 160


def words_of(action: str) -> Text:
    """An action without words is shown by its code."""
    return WORDS.get(action, Text(action, action))


def field_words(name: str) -> Text:
    return FIELDS.get(name, Text(name, name))


def value_words(name: str, value: Any) -> Text | str:
    """A value as people read it; empty where nothing was said."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES[value]
    if name in CODED and value in VALUES:
        return VALUES[value]
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = "、".join(value)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= LENGTH else f"{text[:LENGTH]}…"
