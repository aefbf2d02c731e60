"""The encoder of sentences that ships: `python -m training.sentences --encoder FOLDER --out FOLDER`.

`sentences.onnx` is all-MiniLM-L6-v2 as published, its mean over pieces and its length of one included, in int8.
"""

import argparse
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from transformers import BertModel


class Sentence(nn.Module):
    """One sentence alone, so nothing is masked."""

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor) -> Tensor:
        """The vector of a sentence from its pieces, [CLS] and [SEP] included."""
        hidden = self.encoder(ids, attention_mask=torch.ones_like(ids)).last_hidden_state
        return nn.functional.normalize(hidden[0].mean(0), dim=0)


def main() -> None:
    """Write the graph."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    encoder = BertModel.from_pretrained(
        str(options.encoder), add_pooling_layer=False, attn_implementation="eager"
    )
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            Sentence(encoder.eval()),
            (torch.ones(1, 30, dtype=torch.long),),
            str(whole),
            input_names=["ids"],
            output_names=["vector"],
            dynamic_axes={"ids": {1: "pieces"}},
            dynamo=False,
            opset_version=17,
        )
        quantize_dynamic(
            whole,
            options.out / "sentences.onnx",
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
        )


if __name__ == "__main__":
    main()
