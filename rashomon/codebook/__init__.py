"""What the field knows and reports do not say: countries, actors, the rules and codes of the codebooks."""
