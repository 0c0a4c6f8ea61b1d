"""What holds for every input, found by Hypothesis."""
