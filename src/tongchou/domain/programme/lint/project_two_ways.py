"""One project under several names, which a reader of another part takes for two.

Caught 岚青高速公路 beside 岚州至青禾高速公路 in the golden notice.
"""

from collections.abc import Iterator

from tongchou.domain.programme.lint.parts import plain, quoted
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class ProjectTwoWays(Finding):
    code = "N146"
    severity = Severity.INFO
    title = Text("同一项目有几种写法", "A project written several ways")
    template = Text(
        "项目“{name}”还写作{others}，已作为同一项目。",
        "The project “{name}” is also written {others}; they are taken for one.",
    )
    remedy = Text(
        "请统一名称；确是不同项目的，请拆开。", "Use one name; divide them where they are two."
    )


def check(programme: Programme) -> Iterator[Finding]:
    for project in programme.projects:
        others = [name for name in project.names if not _within(name, project.name)]
        if others and project.spans:
            where = project.spans[0].position(f"项目 {project.name}")
            shown = "".join(f"“{quoted(name)}”" for name in others)
            yield ProjectTwoWays(where, name=quoted(project.name), others=shown)


def _within(one: str, other: str) -> bool:
    """某某水库 and 某某水库工程: a reader takes them for one."""
    short, long = sorted((plain(one), plain(other)), key=len)
    return short in long
