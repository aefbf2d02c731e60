"""The trained weights that ship, loaded once a process: graphs for ONNX Runtime and the encoder's word pieces."""

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

FOLDER = Path(__file__).parent
CLS: Final = 101
SEP: Final = 102
"""The pieces that the encoder wants before and behind what it reads."""

_STRAIGHT = str.maketrans("“”„‟«»‘’‚`´", '""""""\'\'\'\'\'')


@functools.cache
def session(name: str) -> "InferenceSession":
    """A graph, on one thread: processes over reports are faster than threads over windows."""
    import onnxruntime

    options: Any = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    data = (FOLDER / f"{name}.onnx").read_bytes()
    return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])


@functools.cache
def tokenizer() -> "Tokenizer":
    """Splits a text into word pieces of the encoder's vocabulary."""
    from tokenizers import Tokenizer

    return Tokenizer.from_str((FOLDER / "tokenizer.json").read_text(encoding="utf-8"))


def plain(text: str) -> str:
    """Curly marks as straight ones: the vocabulary has both, real reports mix them."""
    return text.translate(_STRAIGHT)
