"""How the tasks of a notice stand on paper: one file a layout, each ends as the same entries."""
