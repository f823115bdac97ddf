"""The liaison's list and report, what was submitted, and the coordinator's periods."""
