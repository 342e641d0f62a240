"""A file from a path or an https address: with a time-out and a size limit, over TLS only."""

from __future__ import annotations

import contextlib
import http.client
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO, Any
from urllib.parse import unquote, urlsplit

from trendweave.graph.errors import InputError, UsageError

from . import inputs

SECONDS = 30.0
"""Without a byte from the server."""
LONGEST = 300.0
"""Seconds for the whole file."""


class _OnlyHttps(urllib.request.HTTPRedirectHandler):
    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: Any,
        newurl: str,
    ) -> urllib.request.Request | None:
        if not newurl.startswith("https://"):
            fp.close()
            raise urllib.error.URLError("it leads to an address without https")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def is_address(place: str) -> bool:
    """Whether it is an address rather than a path. Raises :class:`UsageError` unless https."""
    scheme, mark, _ = place.partition("://")
    if mark and scheme.casefold() != "https":
        raise UsageError(f"{place}: only https:// addresses and paths are read.")
    return bool(mark)


@contextlib.contextmanager
def fetched(address: str) -> Iterator[Path]:
    """A copy of what is at ``address``, as long as it is needed. Raises :class:`InputError`."""
    name = PurePosixPath(unquote(urlsplit(address).path)).name or "download"
    with tempfile.TemporaryDirectory(prefix="trendweave-") as folder:
        copy = Path(folder) / name.replace("\\", "_").replace("\0", "_")[-100:]
        try:
            _download(address, copy)
        except urllib.error.HTTPError as error:
            error.close()
            raise InputError(
                f"{address} answers {error.code} {error.reason}: check the address."
            ) from None
        except (OSError, ValueError, http.client.HTTPException) as error:
            why = getattr(error, "reason", None) or error
            raise InputError(
                f"{address} cannot be read ({why}): check the address, or download it yourself."
            ) from None
        yield copy


def _download(address: str, copy: Path) -> None:
    opener = urllib.request.build_opener(_OnlyHttps())
    request = urllib.request.Request(address, headers={"User-Agent": "trendweave"})
    until = time.monotonic() + LONGEST
    size = 0
    with opener.open(request, timeout=SECONDS) as answer, copy.open("wb") as out:
        while part := answer.read(1 << 16):
            size += len(part)
            if size > inputs.LARGEST:
                raise InputError(
                    f"{address} has more than {inputs.LARGEST >> 20} MiB: load it in parts."
                )
            if time.monotonic() > until:
                raise TimeoutError(f"not done after {LONGEST:.0f} seconds")
            out.write(part)
