"""A style sheet that lights up a statement's words and its card together, without any script.

Each has the class `s` and its number; where one of them is pointed at, focused or linked to, all of them
are lit. A rule a number is the price, so there are `LIGHTS` of them; statements beyond can still be followed
by their links.
"""

LIGHTS = 200
"""Few reports have 50 statements; a browser looks at every rule when the pointer moves."""


def lights() -> str:
    """The style sheet."""
    rules = (
        f".reading:has(.s{number}:is(:hover, :focus-within, :target)) .s{number} {{ --lit: 1 }}"
        for number in range(1, LIGHTS + 1)
    )
    return "\n".join(rules) + "\n"


def light(number: int) -> str:
    """The class that lights up with the others of this statement; empty beyond the last."""
    return f"s{number}" if number <= LIGHTS else ""
