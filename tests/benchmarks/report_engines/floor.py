"""The floor: the finished parts of our own report, zipped and written; nothing is made."""

import sys
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

folder, target = sys.argv[1:]
with ZipFile(f"{folder}/parts.zip") as parts, ZipFile(target, "w") as archive:
    for name in parts.namelist():
        archive.writestr(name, parts.read(name), ZIP_STORED if name.endswith((".jpg", ".png")) else ZIP_DEFLATED)
