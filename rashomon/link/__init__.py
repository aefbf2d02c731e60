"""What links reports: shared text, retellings, claims and their origins. Pure functions over records."""
