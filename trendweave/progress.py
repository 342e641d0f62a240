"""A line on standard error for what takes over a second; nothing for what does not."""

from __future__ import annotations

import sys
import time
from types import TracebackType

_QUIET = 1.0
_EVERY = {True: 0.1, False: 5.0}


class Progress:
    """Call it with rows done and rows in all."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._began = time.monotonic()
        self._told = 0.0
        self._live = sys.stderr.isatty()

    def __call__(self, done: int, total: int) -> None:
        """Tell, if it is time to."""
        now = time.monotonic()
        if now - self._began < _QUIET or now - self._told < _EVERY[self._live]:
            return
        self._told = now
        line = f"{self._name}: {done:,} of {total:,}"
        print(f"\r{line}" if self._live else line, end="" if self._live else "\n",
              file=sys.stderr, flush=True)  # fmt: skip

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._live and self._told:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
