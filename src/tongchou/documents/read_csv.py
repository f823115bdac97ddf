"""Tables with commas (.csv): one sheet."""

import csv
from io import StringIO

from tongchou.documents.decoding import decode
from tongchou.documents.guard import GuardError, damaged
from tongchou.documents.readers import Reading
from tongchou.documents.sheets.tables import Sheet, blocks_of_sheets
from tongchou.domain.shared.text import printable

SEPARATORS = ",\t;"
_SAMPLE = 4000


def read_csv(data: bytes, name: str) -> Reading:
    """The separator is the one of comma, tab and semicolon that stands there most often.

    Raises GuardError.
    """
    text, findings = decode(data, name)
    text = printable(text)
    separator = max(SEPARATORS, key=text[:_SAMPLE].count)
    try:
        lines = csv.reader(StringIO(text), delimiter=separator)
        rows = [[cell.strip() for cell in line] for line in lines]
    except csv.Error:
        raise GuardError(damaged(name, "表格的引号有误", "its quotes do not close")) from None
    return blocks_of_sheets([Sheet("", rows)], name), findings
