"""Lines of a form about a konten whose label is of no list."""

from dataclasses import replace

from handlers.reading.message.form import OTHER, Piece
from handlers.reading.message.gazetteer import Gazetteer
from handlers.reading.message.publishing import Publishing


def where_shown(piece: Piece, text: str, gazetteer: Gazetteer) -> Piece:
    """A line as that of its platforms, where behind any label it names such and nothing else: "Media: IG, FB"."""
    line, *more = piece.lines or [None]
    if piece.field != OTHER or line is None or more:
        return piece
    told = line.of(text)
    behind = told.partition(":")[2].lstrip()
    only = bool(behind) and Publishing.of(gazetteer.platforms).only(behind)
    return replace(piece, field="platform", lines=(replace(line, start=line.end - len(behind)),)) if only else piece
