"""Sentences as vectors: what they mean, in 384 bytes each.

Each sentence is run alone and without padding, so that it has the same bytes whatever is read beside it
(see `extract/statements/network.py`).
"""

import math
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from rashomon.weights import CLS, SEP, plain, session, tokenizer

MOST_PIECES: Final = 126
"""Pieces that are read of a text: claims are sentences, and the encoder was trained on 128 with [CLS] and [SEP]."""
MOST_CHARACTERS: Final = 4000
SCALE: Final = 400
"""A vector of length one has parts of about 0.05; those beyond 0.3175 are cut there."""
SIZE: Final = 384


@lru_cache(4096)
def vector_of(text: str) -> bytes:
    """The vector of a text as 384 signed bytes; all zero for a text without words."""
    ids = tokenizer().encode(plain(text[:MOST_CHARACTERS]), add_special_tokens=False).ids[:MOST_PIECES]
    if not ids:
        return bytes(SIZE)
    (vector,) = session("sentences").run(None, {"ids": np.array([[CLS, *ids, SEP]])})
    small: NDArray[np.int8] = np.clip(np.rint(vector * SCALE), -127, 127).astype(np.int8)
    return small.tobytes()


def cosine(a: bytes, b: bytes) -> float:
    """How alike two texts are by their vectors, -1 to 1; 0 where one has none."""
    x, of_x = _array(a)
    y, of_y = _array(b)
    size = of_x * of_y
    return float(x @ y) / math.sqrt(size) if size else 0.0


@lru_cache(8192)
def _array(vector: bytes) -> tuple[NDArray[np.float32], float]:
    """A vector as numbers, and the square of its length."""
    made = np.frombuffer(vector, np.int8).astype(np.float32)
    return made, float(made @ made)
