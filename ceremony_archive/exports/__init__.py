"""What machines read, one module a format: archive and pages → File(path, bytes). No clock, no disk."""
