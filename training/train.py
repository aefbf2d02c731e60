"""Train the reader: `python -m training.train --shared ../shared --encoder FOLDER --out checkpoints/reader.pt`.

Seeded; a checkpoint is written every few minutes, and the same command goes on from it.
"""

import argparse
import random
import time
from dataclasses import dataclass, field
from pathlib import Path

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from training.data import UNKNOWN, Document, Gold, Window, conflict, polnear, windows
from training.model import PARTS, ROLES, Out, Reader, buckets

NONE, SOURCE, CONTENT, HOP = range(len(PARTS))


def batches(
    documents: list[tuple[Document, int]], longest: int, budget: int, chance: random.Random
) -> list[list[Window]]:
    """One epoch of windows, those of like length together, in random order."""
    cut = [
        w for document, times in documents for _ in range(times) for w in windows(document, longest, chance)
    ]
    cut.sort(key=lambda w: len(w.ids) + chance.random() * 20)
    groups: list[list[Window]] = [[]]
    for window in cut:
        if groups[-1] and (len(groups[-1]) + 1) * (len(window.ids) + 2) > budget:
            groups.append([])
        groups[-1].append(window)
    chance.shuffle(groups)
    return groups


def tensors(batch: list[Window]) -> tuple[Tensor, Tensor, Tensor]:
    """Piece numbers, mask and capitals, with [CLS] and [SEP] round each window."""
    size = max(len(w.ids) for w in batch) + 2
    ids = torch.zeros(len(batch), size, dtype=torch.long)
    mask = torch.zeros_like(ids)
    capital = torch.zeros_like(ids)
    for row, w in enumerate(batch):
        n = len(w.ids)
        ids[row, : n + 2] = torch.tensor([101, *w.ids, 102])
        mask[row, : n + 2] = 1
        capital[row, 1 : n + 1] = torch.tensor(w.capital)
    return ids, mask, capital


def tag_labels(window: Window, size: int) -> Tensor:
    """O, B, I for each role; a stretch begins where a statement's does, or where the pieces are not neighbours."""
    labels = torch.full((size, len(ROLES)), UNKNOWN)
    labels[1 : len(window.ids) + 1] = 0
    for s in window.statements:
        for r, role in enumerate(ROLES):
            for i in getattr(s, role):
                labels[i + 1, r] = max(int(labels[i + 1, r]), 2) if labels[i + 1, r] != 1 else 1
    for s in window.statements:
        for r, role in enumerate(ROLES):
            for i in s.starts.get(role, []):
                labels[i + 1, r] = 1
    return labels


def part_labels(s: Gold, size: int) -> Tensor:
    """What each piece is to the statement's cue; the cue's own pieces are not asked."""
    labels = torch.zeros(size, dtype=torch.long)
    if s.hops:
        labels[[i + 1 for i in s.hops]] = HOP
    labels[[i + 1 for i in s.content]] = CONTENT
    labels[[i + 1 for i in s.source]] = SOURCE
    labels[[i + 1 for i in s.cue]] = UNKNOWN
    return labels


def mean(hidden: Tensor, at: list[int]) -> Tensor:
    """The mean state of pieces; zeros for none."""
    return hidden[[i + 1 for i in at]].mean(0) if at else torch.zeros(hidden.shape[-1])


def false_cues(tags: Tensor, window: Window) -> list[list[int]]:
    """Runs that the tagger takes for cues and that overlap no gold cue: what the validity head must learn to refuse."""
    gold = {i for s in window.statements for i in s.cue}
    runs: list[list[int]] = []
    likely = tags[1 : len(window.ids) + 1, ROLES.index("cue"), 1:].sum(-1) > 0.2
    for i in torch.nonzero(likely).flatten().tolist():
        if runs and runs[-1][-1] == i - 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    return [run for run in runs if not gold & set(run)]


@dataclass
class Asked:
    """What a batch asks of the heads, gathered window by window."""

    parts: list[Tensor] = field(default_factory=list)
    valid: list[Tensor] = field(default_factory=list)
    is_cue: list[float] = field(default_factory=list)
    pooled: list[tuple[Tensor, Tensor, Tensor, Gold]] = field(default_factory=list)


def loss_of(model: Reader, batch: list[Window], chance: random.Random) -> dict[str, Tensor]:
    """The losses of a batch, weighted: taggers, parts, validity, manner."""
    ids, mask, capital = tensors(batch)
    out: Out = model(ids, mask, capital)
    labels = torch.stack([tag_labels(w, ids.shape[1]) for w in batch])
    losses = {"tags": cross_entropy(out.tags.flatten(0, 2), labels.flatten(), ignore_index=UNKNOWN) * 3}
    likely = out.tags.detach().softmax(-1)
    asked = Asked()
    for row, window in enumerate(batch):
        _ask(model, window, out.hidden[row, : len(window.ids) + 2], likely[row], chance, asked)
    if asked.parts:
        losses["parts"] = torch.cat(asked.parts).mean() * 6
    if asked.valid:
        wanted = torch.tensor(asked.is_cue)
        losses["valid"] = binary_cross_entropy_with_logits(torch.cat(asked.valid), wanted) * 0.3
    known = [p for p in asked.pooled if p[3].act != UNKNOWN]
    if known:
        losses["manner"] = _manner(model, known) * 0.15
    return losses


def _ask(
    model: Reader, window: Window, hidden: Tensor, likely: Tensor, chance: random.Random, asked: Asked
) -> None:
    """Ask the cue heads about one window: its gold cues, and the tagger's false ones."""
    size = len(window.ids) + 2
    cued = [s for s in window.statements if s.cue]
    wrong = false_cues(likely, window)
    # Now and then a cue is cut short, as a predicted one may be.
    cues = [
        s.cue[: chance.randrange(1, len(s.cue))] if len(s.cue) > 1 and chance.random() < 0.1 else s.cue
        for s in cued
    ]
    states = [mean(hidden, cue) for cue in cues + wrong]
    asked.valid += [model.valid(state) for state in states]
    asked.is_cue += [1.0] * len(cues) + [0.0] * len(wrong)
    if not cued:
        return
    distance = torch.stack([buckets([i + 1 for i in cue], size) for cue in cues])
    logits = model.parts(hidden, torch.stack(states[: len(cues)]), distance)
    unmarked = torch.tensor([s.hops is None for s in cued])
    if unmarked.any():  # nobody marked hops: a hop is as good as none
        both = torch.logsumexp(logits[..., [NONE, HOP]], dim=-1)
        merged = torch.stack(
            [both, logits[..., SOURCE], logits[..., CONTENT], torch.full_like(both, -1e4)], -1
        )
        logits = torch.where(unmarked[:, None, None], merged, logits)
    wanted = torch.stack([part_labels(s, size) for s in cued])
    asked.parts.append(
        cross_entropy(logits.flatten(0, 1), wanted.flatten(), ignore_index=UNKNOWN, reduction="none")
    )
    for n, s in enumerate(cued):
        asked.pooled.append((states[n], mean(hidden, s.source), mean(hidden, s.content), s))


def _manner(model: Reader, known: list[tuple[Tensor, Tensor, Tensor, Gold]]) -> Tensor:
    said = model.manner(*(torch.stack([p[k] for p in known]) for k in range(3)))
    total = torch.zeros(())
    for name, logits in said.items():
        wanted = torch.tensor([getattr(p[3], name) for p in known])
        if (wanted != UNKNOWN).any():
            total = total + cross_entropy(logits, wanted, ignore_index=UNKNOWN, label_smoothing=0.05)
    return total


def options_of() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=float, default=8)
    parser.add_argument("--longest", type=int, default=256)
    parser.add_argument("--budget", type=int, default=4096)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--minutes", type=float, default=1e9, help="be done after so long, whatever the epochs"
    )
    return parser.parse_args()


def main() -> None:
    """Train, saving now and then."""
    options = options_of()
    torch.manual_seed(options.seed)
    torch.set_num_threads(2)
    chance = random.Random(options.seed)
    data = [(d, 1) for d in polnear(options.shared / "data/polnear/train.jsonl")]
    data += [(d, 2) for d in conflict(options.shared / "data/conflict_train")]
    first = batches(data, options.longest, options.budget, random.Random(0))
    total = int(options.epochs * len(first))
    print(f"{len(data)} documents, {len(first)} batches an epoch, {total} steps", flush=True)
    model = Reader.from_pretrained(options.encoder)
    body = [p for n, p in model.named_parameters() if n.startswith("encoder") and p.requires_grad]
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder")]
    optimiser = torch.optim.AdamW(
        [{"params": body, "lr": 2e-4}, {"params": heads, "lr": 1e-3}], weight_decay=0.01
    )
    step, begun, saved = 0, time.monotonic(), time.monotonic()

    def rate(step: int) -> float:
        done = max(step / total, (time.monotonic() - begun) / 60 / options.minutes)
        return min((step + 1) / 150, max(0.02, 1 - done))

    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, rate)
    if options.out.exists():
        state = torch.load(options.out, weights_only=False)
        model.load_state_dict(state["model"])
        optimiser.load_state_dict(state["optimiser"])
        schedule.load_state_dict(state["schedule"])
        step = state["step"]
        chance = random.Random(options.seed + step)
        print(f"going on from step {step}", flush=True)

    def save() -> None:
        options.out.parent.mkdir(parents=True, exist_ok=True)
        state = {
            "model": model.state_dict(),
            "optimiser": optimiser.state_dict(),
            "schedule": schedule.state_dict(),
        }
        torch.save({**state, "step": step}, options.out.with_suffix(".part"))
        options.out.with_suffix(".part").rename(options.out)

    model.train()
    while step < total:
        for batch in batches(data, options.longest, options.budget, chance):
            losses = loss_of(model, batch, chance)
            optimiser.zero_grad()
            sum(losses.values()).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            step += 1
            if step % 20 == 0:
                said = " ".join(f"{k} {float(v):.3f}" for k, v in losses.items())
                print(f"{step}/{total} {time.monotonic() - begun:.0f} s {said}", flush=True)
            over = time.monotonic() - begun > options.minutes * 60
            if time.monotonic() - saved > 300 or over or step >= total:
                save()
                saved = time.monotonic()
            if over or step >= total:
                return


if __name__ == "__main__":
    main()
