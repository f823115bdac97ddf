"""One file for each figure, with the limit it is held to measured in the same run."""
