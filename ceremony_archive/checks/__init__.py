"""The semantic checks: one module a rule, each a function from the archive to the problems that it finds."""
