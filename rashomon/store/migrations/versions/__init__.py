"""The revisions. A released one is never edited: it says what ledgers out there look like."""
