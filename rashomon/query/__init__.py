"""The questions that people ask of a ledger, one file each.

Every question is a plain function on a `View` (or on a reading, where one report is enough) and answers in
frozen dataclasses. Lists run from the oldest to the newest; what has no date stands last.
"""
