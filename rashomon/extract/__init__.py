"""What is read in a parsed report: statements."""
