"""What the fields of a programme are called, for messages and listings about them."""

from tongchou.domain.shared.text import Text

FIELDS = {
    "adopted": Text("正文事项", "adopted promise"),
    "addressees": Text("主送机关", "addressees"),
    "annex_title": Text("附件标题", "annex title"),
    "answers": Text("填报单位", "who answers"),
    "area": Text("领域", "area"),
    "cadence": Text("填报频次", "cadence"),
    "category": Text("项目类别", "category"),
    "checklist": Text("清单", "checklist"),
    "combine": Text("合计方式", "combination"),
    "date": Text("成文日期", "date"),
    "document_number": Text("发文字号", "document number"),
    "effort": Text("力度", "effort"),
    "issuers": Text("发文机关", "issuers"),
    "jurisdictions": Text("地区", "jurisdictions"),
    "kind": Text("类型", "kind"),
    "ladder": Text("阶段", "stages"),
    "name": Text("名称", "name"),
    "organizations": Text("责任单位", "organizations"),
    "participants": Text("参加方", "participants"),
    "period": Text("时限", "period"),
    "plan": Text("计划", "plan"),
    "project": Text("项目", "project"),
    "publicity": Text("公开属性", "publicity"),
    "quantity": Text("数量", "figure"),
    "remark": Text("备注", "remark"),
    "scope": Text("主要内容", "scope"),
    "state": Text("状态", "state"),
    "target": Text("目标任务", "target text"),
    "text": Text("表述", "wording"),
    "title": Text("标题", "title"),
    "year": Text("年度", "year"),
}

WORDS = {
    "any": Text("任一方", "any party"),
    "assisting": Text("配合", "assisting"),
    "checklist": Text("清单", "checklist"),
    "completed": Text("竣工", "completed"),
    "continued": Text("续建", "continued"),
    "each": Text("各自完成", "each party"),
    "effort": Text("力争", "best effort"),
    "firm": Text("硬性", "firm"),
    "half_year": Text("每半年", "half-yearly"),
    "ladder": Text("阶段", "ladder"),
    "largest": Text("取最大", "largest"),
    "lead": Text("牵头", "lead"),
    "linear": Text("按月均衡", "linear"),
    "month": Text("每月", "monthly"),
    "new": Text("新开工", "new"),
    "preparation": Text("前期", "preparation"),
    "quantity": Text("数量", "quantity"),
    "quarter": Text("每季度", "quarterly"),
    "responsible": Text("责任", "responsible"),
    "step": Text("期末完成", "due at the end"),
    "sum": Text("合计", "sum"),
    "supervising": Text("督导", "supervising"),
    "year": Text("每年", "yearly"),
}
"""Values of the enumerations of the programme file."""


def word_name(word: str) -> Text:
    """A word that is none of an enumeration is a text of the programme and stays as it is."""
    return WORDS.get(word, Text(word, word))


def field_name(field: str) -> Text:
    """A field without a name of its own is called as the file calls it."""
    return FIELDS.get(field, Text(field, field))


def path_name(path: str) -> Text:
    """tasks/9/targets/9.2/plan is 目标 9.2 的计划, tasks/9/period is 任务 9 的时限."""
    match path.split("/"):
        case ["tasks", _, "targets", key]:
            return Text(f"目标 {key}", f"target {key}")
        case ["tasks", _, "targets", key, name, *_]:
            return _of(Text(f"目标 {key} ", f"target {key}"), field_name(name))
        case ["tasks", number, name, *_]:
            return _of(Text(f"任务 {number} ", f"task {number}"), field_name(name))
        case ["projects", key, name]:
            return _of(Text(f"项目 {key} ", f"project {key}"), field_name(name))
        case ["adopted", key]:
            return Text(f"正文事项 {key}", f"adopted promise {key}")
        case ["header", name]:
            return _of(Text("通知", "the notice"), field_name(name))
    return Text(path, path)


def _of(whole: Text, part: Text) -> Text:
    return Text(f"{whole.zh}的{part.zh}", f"{part.en} of {whole.en}")
