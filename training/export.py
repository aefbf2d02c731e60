"""From a checkpoint to the weights that ship: `python -m training.export CHECKPOINT --encoder FOLDER --out FOLDER`.

`reader.onnx` has the encoder and the taggers in int8, `heads.onnx` what is asked of each cue, in single precision.
"""

import argparse
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.model import WIDTH, Reader


class Tagging(nn.Module):
    """The one pass over a window."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, capital: Tensor) -> tuple[Tensor, Tensor]:
        """States and tag probabilities of one window, [CLS] and [SEP] included."""
        out = self.reader(ids, torch.ones_like(ids), capital)
        return out.hidden[0], out.tags[0].softmax(-1)


class Parting(nn.Module):
    """What is asked of every cue of a window."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, hidden: Tensor, cue: Tensor, distance: Tensor) -> tuple[Tensor, Tensor]:
        """Part probabilities, cues x pieces x parts, and whether each cue is one."""
        return self.reader.parts(hidden, cue, distance).softmax(-1), self.reader.valid(cue).sigmoid()[:, 0]


class Manner(nn.Module):
    """What is asked of every statement."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, cue: Tensor, source: Tensor, content: Tensor) -> tuple[Tensor, ...]:
        """Probabilities of act, polarity, commitment and kind."""
        said = self.reader.manner(cue, source, content)
        return tuple(said[name].softmax(-1) for name in ("act", "polarity", "commitment", "kind"))


def main() -> None:
    """Write the graphs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    reader = Reader.blank(options.encoder)
    reader.load_state_dict(torch.load(options.checkpoint, weights_only=False)["model"])
    reader.eval()
    ids, capital = torch.ones(1, 30, dtype=torch.long), torch.zeros(1, 30, dtype=torch.long)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "reader.onnx"
        _export(
            Tagging(reader),
            (ids, capital),
            whole,
            ["ids", "capital"],
            ["hidden", "tags"],
            {"ids": [1], "capital": [1]},
        )
        quantize_dynamic(
            whole,
            options.out / "reader.onnx",
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
        )
    hidden, cue = torch.zeros(30, WIDTH), torch.zeros(3, WIDTH)
    axes = {"hidden": [0], "cue": [0], "distance": [0, 1]}
    example = (hidden, cue, torch.zeros(3, 30, dtype=torch.long))
    _export(
        Parting(reader),
        example,
        options.out / "parts.onnx",
        ["hidden", "cue", "distance"],
        ["parts", "valid"],
        axes,
    )
    names = ["act", "polarity", "commitment", "kind"]
    axes = {"cue": [0], "source": [0], "content": [0]}
    _export(
        Manner(reader),
        (cue, cue, cue),
        options.out / "manner.onnx",
        ["cue", "source", "content"],
        names,
        axes,
    )


def _export(
    module: nn.Module,
    example: tuple[Tensor, ...],
    path: Path,
    inputs: list[str],
    outputs: list[str],
    free: dict[str, list[int]],
) -> None:
    axes = {name: {axis: f"{name}{axis}" for axis in of} for name, of in free.items()}
    torch.onnx.export(
        module,
        example,
        str(path),
        input_names=inputs,
        output_names=outputs,
        dynamic_axes=axes,
        dynamo=False,
        opset_version=17,
    )


if __name__ == "__main__":
    main()
