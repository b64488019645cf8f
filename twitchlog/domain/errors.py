"""What is said when a record cannot be as given."""


class RecordError(ValueError):
    """A record's field cannot be like this.

    ``field`` is the field's contract name, so that a form can mark it; ``reason`` completes the sentence
    "length: ...".
    """

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason
