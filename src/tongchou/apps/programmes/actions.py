"""Everything that changes a programme; each action checks, changes, seals where it must, logs."""

from .adopting import adopt_promise, release_promise
from .amending import hand_in, put_aside, take_over
from .drafting import (
    confirm_remaining,
    confirm_task,
    correct,
    correct_all,
    draft_programme,
    take_notice,
)
from .restructuring import add_target, drop_target, merge_targets, split_target
from .sealing import confirm_amendment, confirm_programme

__all__ = [
    "add_target",
    "adopt_promise",
    "confirm_amendment",
    "confirm_programme",
    "confirm_remaining",
    "confirm_task",
    "correct",
    "correct_all",
    "draft_programme",
    "drop_target",
    "hand_in",
    "merge_targets",
    "put_aside",
    "release_promise",
    "split_target",
    "take_notice",
    "take_over",
]
