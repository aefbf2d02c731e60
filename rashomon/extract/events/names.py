"""People by the fullest name that the report gives them."""

from collections import Counter

from rashomon.model import Annotation, Span


class Names:
    """The names of people in one report."""

    def __init__(self, annotation: Annotation) -> None:
        self.spans = [(one.start, one.end) for one in annotation.entities if one.label == "PERSON"]
        counted = Counter(" ".join(annotation.text[start:end].split()) for start, end in self.spans)
        self._fullest: dict[str, str] = {}
        for name, _ in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])):
            if " " in name:
                self._fullest.setdefault(name.split()[-1], name)

    def people(self, start: int, end: int) -> list[Span]:
        """The spans of people's names between two places of the text."""
        return [span for span in self.spans if start <= span[0] < end]

    def fullest(self, name: str) -> str:
        """For a surname alone, the name of several words that the report gives most often with it."""
        return name if " " in name else self._fullest.get(name, name)
