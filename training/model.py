"""The reader's network: MiniLM, three taggers, and a head that asks of each piece what it is to one cue."""

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

ROLES = ("source", "cue", "content")
PARTS = ("none", "source", "content", "hop")
WIDTH, INNER = 384, 256
FAR = 16
"""Buckets of signed distance to a cue, each way."""


@dataclass
class Out:
    """What the network says of a batch of windows."""

    hidden: Tensor  # batch, pieces, WIDTH
    tags: Tensor  # batch, pieces, role, O B I


class RowDropout(nn.Module):
    """Drops the same units of all pieces of a window: on a CPU, chance for every unit costs half of a step."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.keep = 1 - share

    def forward(self, states: Tensor) -> Tensor:
        """The states, rows of units dropped while training."""
        if not self.training:
            return states
        rows = torch.rand(states.shape[0], 1, states.shape[-1], device=states.device)
        return states * ((rows < self.keep) / self.keep)


class Reader(nn.Module):
    """Encoder and heads. `hidden` and `tags` come from one pass; the other heads are asked cue by cue."""

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        self.encoder = encoder
        self.tagger = nn.Linear(WIDTH, len(ROLES) * 3)
        self.of_piece = nn.Linear(WIDTH, INNER)
        self.of_cue = nn.Linear(WIDTH, INNER)
        self.of_distance = nn.Embedding(2 * FAR + 1, INNER)
        self.part = nn.Linear(INNER, len(PARTS))
        self.match_piece = nn.Linear(WIDTH, len(PARTS) * 64)
        self.match_cue = nn.Linear(WIDTH, len(PARTS) * 64)
        self.valid = nn.Sequential(nn.Linear(WIDTH, INNER), nn.GELU(), nn.Linear(INNER, 1))
        self.pooled = nn.Linear(3 * WIDTH, INNER)
        self.act = nn.Linear(INNER, 9)
        self.polarity = nn.Linear(INNER, 2)
        self.commitment = nn.Linear(INNER, 4)
        self.kind = nn.Linear(INNER, 8)
        self.drop = RowDropout(0.1)

    @classmethod
    def from_pretrained(cls, folder: Path) -> "Reader":
        """The network over the encoder's published weights, its heads untrained."""
        encoder = BertModel.from_pretrained(
            str(folder), add_pooling_layer=False, attention_probs_dropout_prob=0.0
        )
        encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        for layer in encoder.encoder.layer:
            layer.attention.output.dropout = RowDropout(0.1)
            layer.output.dropout = RowDropout(0.1)
        encoder.embeddings.dropout = RowDropout(0.1)
        return cls(encoder)

    @classmethod
    def blank(cls, folder: Path) -> "Reader":
        """The network without weights, to load a checkpoint into."""
        return cls(
            BertModel(
                BertConfig.from_pretrained(str(folder), attn_implementation="eager"), add_pooling_layer=False
            )
        )

    def forward(self, ids: Tensor, mask: Tensor, capital: Tensor) -> Out:
        """One pass over windows: states of pieces and their tags."""
        hidden = self.encoder(input_ids=ids, attention_mask=mask, token_type_ids=capital).last_hidden_state
        tags = self.tagger(self.drop(hidden)).view(*hidden.shape[:2], len(ROLES), 3)
        return Out(hidden, tags)

    def parts(self, hidden: Tensor, cue: Tensor, distance: Tensor) -> Tensor:
        """For each cue and piece of one window: logits of none, source, content, hop.

        `hidden` pieces x WIDTH, `cue` cues x WIDTH, `distance` cues x pieces (bucket numbers).
        """
        hidden, cue = self.drop(hidden[None])[0], self.drop(cue[:, None])[:, 0]
        inner = self.of_piece(hidden)[None] + self.of_cue(cue)[:, None] + self.of_distance(distance)
        plain = self.part(nn.functional.gelu(inner))
        pieces = self.match_piece(hidden).view(-1, len(PARTS), 64)
        cues = self.match_cue(cue).view(-1, len(PARTS), 64)
        return plain + torch.einsum("pkd,ckd->cpk", pieces, cues) / 8

    def manner(self, cue: Tensor, source: Tensor, content: Tensor) -> dict[str, Tensor]:
        """Act, polarity, commitment and kind of each statement from the mean states of its parts."""
        pooled = nn.functional.gelu(
            self.pooled(self.drop(torch.cat([cue, source, content], dim=-1)[:, None])[:, 0])
        )
        return {name: getattr(self, name)(pooled) for name in ("act", "polarity", "commitment", "kind")}


def buckets(cue: list[int], size: int) -> Tensor:
    """Signed distance of every piece to the nearest piece of a cue, in buckets that widen with distance."""
    at = torch.arange(size)
    first, last = min(cue), max(cue)
    away = torch.where(at < first, at - first, torch.where(at > last, at - last, torch.zeros_like(at)))
    steps = torch.clamp((torch.log2(away.abs().float() + 1) * 2).long(), max=FAR)
    return FAR + torch.sign(away) * steps
