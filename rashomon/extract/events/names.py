"""People by the fullest name that the report gives them."""

from rashomon.model import Annotation, Span


class Names:
    """The names of people in one report."""

    def __init__(self, annotation: Annotation) -> None:
        self.spans = [(one.start, one.end) for one in annotation.entities if one.label == "PERSON"]
        self._fullest: dict[str, str] = {}
        for start, end in self.spans:
            name = annotation.text[start:end]
            last = name.split()[-1] if name.split() else name
            if len(name) > len(self._fullest.get(last, "")):
                self._fullest[last] = " ".join(name.split())

    def people(self, start: int, end: int) -> list[Span]:
        """The spans of people's names between two places of the text."""
        return [span for span in self.spans if start <= span[0] < end]

    def fullest(self, name: str) -> str:
        """The longest name in the report that ends in the same word."""
        last = name.rsplit(maxsplit=1)[-1] if name.split() else name
        known = self._fullest.get(last, name)
        return known if len(known) > len(name) else name
