"""How the weights of the reader are made; no part of the wheel."""
