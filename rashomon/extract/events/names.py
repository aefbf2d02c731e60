"""People by the fullest name that the report gives them."""

from collections import Counter

from rashomon.model import Annotation, Span


class Names:
    """The names of people in one report."""

    def __init__(self, annotation: Annotation) -> None:
        spans = [(one.start, one.end) for one in annotation.entities if one.label == "PERSON"]
        names = [" ".join(annotation.text[start:end].split()) for start, end in spans]
        counted = Counter(names)
        self._fullest: dict[str, str] = {}
        for name, _ in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])):
            if " " in name:
                self._fullest.setdefault(name.split()[-1], name)
        self._spans = [
            span
            for span, name in zip(spans, names, strict=True)
            if name in self._fullest or (" " in name and not name.startswith("Near "))
        ]

    def people(self, start: int, end: int) -> list[Span]:
        """The spans of people's names between two places of the text.

        One word alone counts where it is the last of somebody's full name: else it is often no person's.
        """
        return [span for span in self._spans if start <= span[0] < end]

    def fullest(self, name: str) -> str:
        """For a surname alone, the name of several words that the report gives most often with it."""
        return name if " " in name else self._fullest.get(name, name)
