"""Pauses that grow while something fails, and begin anew once it has worked."""


class Patience:
    """Pauses in seconds: `first` after one failure, then each time `factor` times as long, but at most `longest`."""

    def __init__(self, first: float = 1, longest: float = 60, factor: float = 2) -> None:
        self.first, self.longest, self.factor = first, longest, factor
        self.worked()

    def worked(self) -> None:
        """Begin anew with the shortest pause."""
        self.failures, self.coming = 0, self.first

    def failed(self) -> float:
        """Count one more failure in a row; answers the seconds to wait before the next attempt."""
        pause, self.coming = self.coming, min(self.longest, self.coming * self.factor)
        self.failures += 1
        return pause
