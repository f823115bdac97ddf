"""One file for each rule; each gives whole numbers and reasons, columns in, columns out."""
