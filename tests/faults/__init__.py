"""Single faults: what goes wrong with archives, one thing at a time, and what must come of each (bar.py)."""
