"""What `./run` hands over to. Until .venv stands, only the standard library is at hand."""
