"""What leaves a ledger: a file for each format, every cell of it leading back to characters of a report."""
