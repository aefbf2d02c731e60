"""Make `rashomon/web/borders.npz` from the borders of Natural Earth, as the npm package world-atlas carries them.

    npm pack world-atlas && tar xf world-atlas-*.tgz
    python docs/make_borders.py package/countries-50m.json

Natural Earth is in the public domain. A coast and a border between two countries are each one line, or two where they
step over the 180th degree.
"""

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np

BORDERS = Path(__file__).parent.parent / "rashomon" / "web" / "borders.npz"
FINE = 100  # points a degree: a kilometre, which 16 bits hold


def main() -> None:
    """Make the file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("topology", type=Path)
    topology: dict[str, Any] = json.loads(parser.parse_args().topology.read_text(encoding="utf-8"))
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    lines = [np.cumsum(np.array(arc), axis=0) * scale + shift for arc in topology["arcs"]]
    lines = [part for line in lines for part in np.split(line, _round_the_world(line)) if len(part) > 1]
    points = np.rint(np.concatenate(lines) * FINE).astype(np.int16)
    ends = np.cumsum([len(line) for line in lines]).astype(np.int32)
    np.savez_compressed(BORDERS, points=points, ends=ends)


def _round_the_world(line: Any) -> Any:
    """Where a line steps over 180 degrees: drawn whole, it would cross the map."""
    return np.flatnonzero(np.abs(np.diff(line[:, 0])) > 180) + 1


if __name__ == "__main__":
    main()
