"""Tables of programmes: drafts and revisions, and what is projected from the one in force."""

from .drafts import Arrival, Confirmation, Override, Programme, Revision
from .projected import Answer, Area, Item, Party, Project, Rung, Target, Task, TaskOrganization

__all__ = [
    "Answer",
    "Area",
    "Arrival",
    "Confirmation",
    "Item",
    "Override",
    "Party",
    "Programme",
    "Project",
    "Revision",
    "Rung",
    "Target",
    "Task",
    "TaskOrganization",
]
