"""The pages of an OFD file (GB/T 33190) as glyphs and edges."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tongchou.documents.findings import EncryptedFile
from tongchou.documents.guard import Archive, GuardError, damaged, suspicious
from tongchou.documents.pages.ofd_shapes import POINTS, Box, Shapes, box_of
from tongchou.documents.pages.parts import MAX_PAGES, PageParts
from tongchou.documents.xml_parts import parse_part

ROOT = "OFD.xml"
A4: Box = (0, 0, 210, 297)
Element = Any


def ofd_pages(data: bytes, name: str) -> Iterator[PageParts | int]:
    """Each page, or its number where it cannot be read. Raises GuardError."""
    archive = Archive.open(data, name)
    if any(part.lower().endswith("encryptions.xml") for part in archive.parts.namelist()):
        raise GuardError(EncryptedFile(name=name))
    documents = [_Document(archive, path) for path in _roots(archive)]
    if not documents:
        raise GuardError(damaged(name, "没有文档", "it holds no document"))
    count = sum(len(document.pages) for document in documents)
    if count > MAX_PAGES:
        raise GuardError(suspicious(name, f"{count} 页", f"{count} pages"))
    number = 0
    for document in documents:
        for path in document.pages:
            number += 1
            yield document.page(path, number)


def _roots(archive: Archive) -> list[str]:
    root = parse_part(archive, ROOT)
    return [
        path
        for element in root.iter("{*}DocRoot")
        if (path := _path("", element.text or "")) and path in archive
    ]


def _path(base: str, location: str) -> str:
    """A part by its location, from the root of the package or from the folder of `base`."""
    location = location.strip().replace("\\", "/")
    if not location.startswith("/"):
        location = posixpath.join(posixpath.dirname(base), location)
    return posixpath.normpath(location).lstrip("/")


@dataclass
class _Document:
    """One document of a package: its pages and the templates they lie on."""

    archive: Archive
    path: str
    pages: list[str] = field(init=False)
    templates: dict[str, str] = field(init=False)
    area: Box = field(init=False)
    _known: dict[str, Element] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        root = parse_part(self.archive, self.path)
        self.pages = [_path(self.path, page.get("BaseLoc", "")) for page in root.iter("{*}Page")]
        self.templates = {
            template.get("ID", ""): _path(self.path, template.get("BaseLoc", ""))
            for template in root.iter("{*}TemplatePage")
        }
        self.area = _area(root.find("{*}CommonData/{*}PageArea")) or A4

    def page(self, path: str, number: int) -> PageParts | int:
        try:
            root = parse_part(self.archive, path)
        except GuardError:
            return number
        area = _area(root.find("{*}Area")) or self.area
        shapes = Shapes(area)
        for template in root.iterchildren("{*}Template"):
            self._template(template.get("TemplateID", ""), shapes)
        for content in root.iterchildren("{*}Content"):
            shapes.read(content)
        wide, high = area[2] * POINTS, area[3] * POINTS
        inside = [
            glyph
            for glyph in shapes.glyphs
            if glyph.x1 > 0 and glyph.x0 < wide and 0 < glyph.base < high + 1
        ]
        return PageParts(number, wide, high, inside, shapes.edges, shapes.picture)

    def _template(self, key: str, shapes: Shapes) -> None:
        """What a template draws belongs to the page, were it only the lines of its table."""
        path = self.templates.get(key, "")
        if path not in self.archive:
            return
        if path not in self._known:
            self._known[path] = parse_part(self.archive, path)
        for content in self._known[path].iterchildren("{*}Content"):
            shapes.read(content)


def _area(element: Element | None) -> Box | None:
    if element is None:
        return None
    found = element.find("{*}PhysicalBox")
    box = None if found is None else box_of(found.text)
    return box if box and box[2] > 0 and box[3] > 0 else None
