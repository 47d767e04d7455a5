"""Ours, as in a child of the workshop: frozen figures and prepared pictures in, a document past the gate out."""

import gc
import json
import os
import sys
from pathlib import Path

from renderers.figures import Rekap
from renderers.frozen import thaw
from renderers.rekap import document
from renderers.rekap.pictures import Diagram, Material, Sheet

gc.disable()
folder, target = map(Path, sys.argv[1:])
names = json.loads((folder / "pictures.json").read_text())
bahan = Material(
    (folder / names["lambang"]).read_bytes(),
    [Sheet((folder / name).read_bytes(), text) for name, text in names["lembar"]],
    (),
    {
        place: [Diagram((folder / name).read_bytes(), alt, text) for name, alt, text in found]
        for place, found in names["diagram"].items()
    },
)
rekap = thaw(Rekap, json.loads((folder / "figures.json").read_text()))
target.write_bytes(document.finished(document.assemble(rekap, bahan), None))
os._exit(0)  # nothing is taken apart that ends anyway
