"""Positions by forces: what is joined attracts, everything repels, until it has come to rest.

Up to a few hundred dots every pair counts by itself. Beyond that the repulsion is that of their
density on a grid, by Fourier transform, which takes ten thousand dots in a fraction of a second.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

_EXACT: Final = 700
_GRID: Final = 144
_EDGE: Final = 1.7  # half the side of the square in which dots may stand
_GRAVITY: Final = 0.35


def settle(start: Floats, ends: Ints, pull: Floats, pinned: Bools) -> Floats:
    """Positions, ``(n, 2)`` about within -1…1, from ``start``, with those ``pinned`` left alone.

    ``ends`` are pairs of indices, ``(m, 2)``, ``pull`` the strength of each.
    """
    at = start.copy()
    n = len(at)
    apart = (3.2 / max(n, 1)) ** 0.5
    rounds = 240 if n <= _EXACT else 50
    one, other = ends[:, 0], ends[:, 1]
    degree = np.bincount(ends.ravel(), minlength=n).astype(np.float64)
    # A hub would be torn about by the sum of its links; each end takes its share.
    share = pull / np.maximum(np.minimum(degree[one], degree[other]), 1.0) ** 0.5
    field = None if n <= _EXACT else _kernel(apart)
    for step in range(rounds):
        force = _pairwise(at, apart) if field is None else _by_density(at, field)
        gap = at[other] - at[one]
        along = gap * (share * np.hypot(gap[:, 0], gap[:, 1]) / apart)[:, None]
        for axis in (0, 1):
            force[:, axis] += np.bincount(one, along[:, axis], minlength=n)
            force[:, axis] -= np.bincount(other, along[:, axis], minlength=n)
        force -= at * _GRAVITY
        length = np.maximum(np.hypot(force[:, 0], force[:, 1]), 1e-9)
        warmth = 0.12 * (1 - step / rounds) ** 1.5 + 0.002
        moved = force * (np.minimum(length * 0.1, warmth) / length)[:, None]
        moved[pinned] = 0.0
        at = np.clip(at + moved, -_EDGE, _EDGE)
    return at


def part(at: Floats, room: Floats, pinned: Bools, rounds: int = 60) -> Floats:
    """The same positions with dots pushed apart until each has its ``room``, ``(n, 2)``, free.

    A room is half a width and half a height; two dots are apart when they are so in one of them.
    """
    at = at.copy()
    moves = (~pinned).astype(np.float64)
    earlier = np.sign(np.arange(len(at))[None, :] - np.arange(len(at))[:, None])
    free = ~(pinned[:, None] | pinned[None, :])
    for step in range(rounds):
        gap = at[None, :, :] - at[:, None, :]
        lack = room[None, :, :] + room[:, None, :] - np.abs(gap)
        near = (lack[..., 0] > 0) & (lack[..., 1] > 0)
        np.fill_diagonal(near, False)
        if not near.any():
            break
        flat = lack[..., 1] / room[..., 1].max() <= lack[..., 0] / room[..., 0].max()
        # What is still squeezed between two that stay gives way to the side.
        flat ^= free & (step > rounds * 2 // 3)
        for axis, chosen in ((1, near & flat), (0, near & ~flat)):
            # Of two at the very same height the one that comes first gives way upwards.
            sign = np.sign(gap[..., axis]) + (gap[..., axis] == 0) * earlier
            push = np.where(chosen, lack[..., axis] * sign * 0.3, 0.0)
            at[:, axis] -= push.sum(axis=1) * moves
    return at


def _pairwise(at: Floats, apart: float) -> Floats:
    across = at[:, 0][:, None] - at[:, 0][None, :]
    down = at[:, 1][:, None] - at[:, 1][None, :]
    strength = apart**2 / np.maximum(across * across + down * down, 1e-6)
    return np.stack([(across * strength).sum(axis=1), (down * strength).sum(axis=1)], axis=1)


def _kernel(apart: float) -> tuple[NDArray[np.complex128], NDArray[np.complex128]]:
    """What one dot does to the others on the grid, transformed, across and down."""
    cell = 2 * _EDGE / (_GRID - 1)
    steps = np.fft.fftfreq(2 * _GRID, 1 / (2 * _GRID)) * cell
    x, y = np.meshgrid(steps, steps, indexing="ij")
    near = np.maximum(x**2 + y**2, cell**2)
    strength = apart**2 / near
    return np.fft.rfft2(x * strength), np.fft.rfft2(y * strength)


def _by_density(
    at: Floats, kernel: tuple[NDArray[np.complex128], NDArray[np.complex128]]
) -> Floats:
    """The repulsion of all, read off the grid between whose points each dot stands."""
    side = 2 * _GRID
    place = (at + _EDGE) / (2 * _EDGE) * (_GRID - 1)
    corner = np.minimum(place.astype(np.int64), _GRID - 2)
    inside = place - corner
    shares = [
        ((i, j), np.abs(1 - i - inside[:, 0]) * np.abs(1 - j - inside[:, 1]))
        for i in (0, 1)
        for j in (0, 1)
    ]
    cells = [(corner[:, 0] + i) * side + corner[:, 1] + j for (i, j), _ in shares]
    density = np.zeros(side * side)
    for cell, (_, share) in zip(cells, shares, strict=True):
        density += np.bincount(cell, share, minlength=side * side)
    spread = np.fft.rfft2(density.reshape(side, side))
    force = np.zeros_like(at)
    for axis in (0, 1):
        field = np.fft.irfft2(spread * kernel[axis], s=(side, side)).ravel()
        for cell, (_, share) in zip(cells, shares, strict=True):
            force[:, axis] += field[cell] * share
    return force
