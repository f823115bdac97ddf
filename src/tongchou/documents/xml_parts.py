"""XML parts of packed files: no entity, DTD or outside address is ever followed."""

from collections.abc import Iterator, Sequence
from io import BytesIO

from lxml import etree

from tongchou.documents.guard import Archive, GuardError, damaged, suspicious

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
"""The namespace of the same words in a file saved as Strict Open XML."""

Element = etree._Element


def parse_part(archive: Archive, part: str) -> Element:
    """One XML part as a tree. Raises GuardError."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.fromstring(_bytes(archive, part), parser)
    except etree.XMLSyntaxError:
        raise _malformed(archive, part) from None
    _refuse_dtd(archive, root)
    return root


def stream_part(archive: Archive, part: str, tags: Sequence[str]) -> Iterator[tuple[str, Element]]:
    """("start" or "end", element) for the elements of these names, as they are read.

    `release` an element that is done with, else the tree grows as one parsed whole. Raises
    GuardError.
    """
    events = etree.iterparse(
        BytesIO(_bytes(archive, part)),
        events=("start", "end"),
        tag=tags,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
    )
    first = True
    try:
        for event, element in events:
            if first:
                _refuse_dtd(archive, element)
                first = False
            yield event, element
    except etree.XMLSyntaxError:
        raise _malformed(archive, part) from None


def release(element: Element) -> None:
    """Drops what an element holds and the siblings before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _bytes(archive: Archive, part: str) -> bytes:
    return archive.read(part).replace(STRICT, W[1:-1].encode())


def _malformed(archive: Archive, part: str) -> GuardError:
    return GuardError(damaged(archive.name, f"{part} 有误", f"{part} is malformed"))


def _refuse_dtd(archive: Archive, element: Element) -> None:
    if element.getroottree().docinfo.internalDTD is not None:
        raise GuardError(suspicious(archive.name, "含有 DTD", "it carries a DTD"))
