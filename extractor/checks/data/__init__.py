"""Word lists of the checks, each with examples and counterexamples that a test runs."""
