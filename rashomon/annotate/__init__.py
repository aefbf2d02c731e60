"""Sentences, tokens and names of a text. The only importer of spaCy."""

from rashomon.annotate.parser import annotate, versions

__all__ = ["annotate", "versions"]
