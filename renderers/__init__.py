"""Renderers turn plain data into the bytes or text that people see; they know no database and no chat."""

import os

# OpenBLAS starts a thread for every core of the machine, which takes a small matrix from 0.02 s to 0.3 s where other
# work runs beside it. It reads this once, when numpy is first imported: below here (openpyxl does too).
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
