"""Approved figures and a plan in; a light for each promise out, with its sentence."""
