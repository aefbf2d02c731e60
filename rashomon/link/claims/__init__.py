"""Claims: what members of several reports say of one thing, on which side, and why they are taken to be one."""

from rashomon.link.claims.cluster import claims
from rashomon.link.claims.evidence import likeness
from rashomon.link.claims.proposition import Proposition
from rashomon.link.claims.propositions import propositions

__all__ = ["Proposition", "claims", "likeness", "propositions"]
