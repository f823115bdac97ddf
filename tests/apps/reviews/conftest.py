from tests.apps.reports.conftest import today, world

__all__ = ["today", "world"]
