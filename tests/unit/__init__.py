"""One file for each module that it tests."""
