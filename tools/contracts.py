"""A kind of import contract for the apps: each keeps some of its rooms closed to the others."""

from __future__ import annotations

from typing import cast

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class ClosedRooms(Contract):
    """No app imports another app's closed modules, or anything inside them.

    Options: `container`, the package of the apps; `closed`, the names of the closed modules.
    """

    type_name = "closed_rooms"

    container = fields.StringField()
    closed = fields.SetField(subfield=fields.StringField())

    def place(self, module: str) -> tuple[str, str] | None:
        """The app and the room of a module, or None outside the apps."""
        if not module.startswith(f"{self.container}."):
            return None
        app, _, rest = module.removeprefix(f"{self.container}.").partition(".")
        return app, rest.partition(".")[0]

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: ARG002
        closed = cast("set[str]", self.closed)
        intrusions = []
        for importer in graph.modules:
            for imported in graph.find_modules_directly_imported_by(importer):
                here, there = self.place(importer), self.place(imported)
                if here and there and here[0] != there[0] and there[1] in closed:
                    intrusions.append((importer, imported))
        return ContractCheck(kept=not intrusions, metadata={"intrusions": sorted(intrusions)})

    def render_broken_contract(self, check: ContractCheck) -> None:
        for importer, imported in check.metadata["intrusions"]:
            output.print_error(f"{importer} imports {imported}", bold=False)
