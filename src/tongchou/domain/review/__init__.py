"""Checks of what was stated, and the combination of the parties' figures."""
