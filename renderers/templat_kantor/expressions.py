"""Expressions between the braces: names that are known, a few filters and comparisons, and nothing that runs."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from jinja2 import TemplateSyntaxError, nodes

from renderers.templat_kantor.vocabulary import LOOP, Kind, nearest, place_of
from renderers.word.word import environment

TEXT, NUMBER, YES_NO = Kind("teks"), Kind("angka"), Kind("ya/tidak")
FILTERS: Mapping[str, Kind | None] = {
    "upper": TEXT, "lower": TEXT, "title": TEXT, "capitalize": TEXT, "trim": TEXT, "join": TEXT,
    "length": NUMBER, "count": NUMBER, "first": None, "last": None, "default": None,
}  # fmt: skip
"""Filters that a template may use, and the kind that each gives; None: the kind that went in, or of its entries."""

_LIKE_TEXT = (nodes.Concat, nodes.Add, nodes.Sub)
_ANYWHERE = "di luar teks biasa (kode bidang, teks alternatif, atau bagian tersembunyi)"
_COMPARING = (nodes.Compare, nodes.Not, nodes.Test)


class Wrong(Exception):  # noqa: N818  (a sentence for the person who edits the template)
    """The message is the sentence, without place and full stop; `name`: the name where it is unknown."""

    def __init__(self, sentence: str, name: str = "") -> None:
        super().__init__(sentence)
        self.name = name


Names = Mapping[str, Kind]


@lru_cache(maxsize=2000)
def _parsed(text: str) -> nodes.Expr:
    output = environment().parse("{{ " + text + " }}").body[0]
    if not isinstance(output, nodes.Output) or len(output.nodes) != 1:
        raise TemplateSyntaxError("more than one expression", 1)
    return output.nodes[0]


def kind_of(text: str, names: Names, tag: str) -> Kind:
    """The kind that the expression gives; Wrong where it may not stand in a template."""
    if not text.strip():
        raise Wrong(f"Isian {tag} kosong")
    try:
        node = _parsed(text)
    except TemplateSyntaxError:
        raise Wrong(f"Isian {tag} tidak dapat dibaca; periksa ejaan, tanda kutip, dan kurungnya") from None
    return _Reader(names, tag).read(node)


def program(source: str, names: Names, deepest: int) -> None:
    """Reads all that Jinja would run of a prepared part, wherever it stands in the XML; Wrong where that is on no list,
    or where more than `deepest` loops lie in one another."""
    try:
        _run(environment().parse(source).body, names, deepest)
    except TemplateSyntaxError:
        return  # the trial filling reports this fault with its place


def _run(body: list[nodes.Node], names: Names, deeper: int) -> None:
    for node in body:
        if isinstance(node, nodes.Output):
            for part in node.nodes:
                if not isinstance(part, nodes.TemplateData):
                    _Reader(names, _ANYWHERE).read(part)
        elif isinstance(node, nodes.If):
            _Reader(names, _ANYWHERE).read(node.test)
            _run([*node.body, *node.elif_, *node.else_], names, deeper)
        elif isinstance(node, nodes.For) and deeper and isinstance(node.target, nodes.Name) and not node.recursive:
            found = _Reader(names, _ANYWHERE).read(node.iter)
            if node.test is not None or found.item is None:
                raise Wrong(f"Perulangan {_ANYWHERE} tidak diizinkan dalam templat")
            _run([*node.body, *node.else_], {**names, node.target.name: found.item, "loop": LOOP}, deeper - 1)
        else:
            raise Wrong(f"Perintah {_ANYWHERE} tidak diizinkan dalam templat")


class _Reader:
    """Finds the kind of one expression; an element of Jinja's without a reader here is forbidden."""

    def __init__(self, names: Names, tag: str) -> None:
        self.names, self.tag = names, tag
        self.readers: Mapping[type[nodes.Node], Callable[[nodes.Node], Kind]] = {
            nodes.Name: self._name,
            nodes.Getattr: self._part,
            nodes.Getitem: self._item,
            nodes.Const: self._const,
            nodes.Filter: self._filter,
            nodes.CondExpr: self._choice,
        }

    def read(self, node: nodes.Node) -> Kind:
        if reader := self.readers.get(type(node)):
            return reader(node)
        if isinstance(node, _LIKE_TEXT + _COMPARING + (nodes.And, nodes.Or)):
            parts = (child.expr if isinstance(child, nodes.Operand) else child for child in node.iter_child_nodes())
            found = [self.read(part) for part in parts]
            return TEXT if isinstance(node, nodes.Concat) else YES_NO if isinstance(node, _COMPARING) else found[0]
        raise self._forbidden()

    def _forbidden(self) -> Wrong:
        return Wrong(f"Ungkapan {self.tag} tidak diizinkan dalam templat")

    def _name(self, node: nodes.Node) -> Kind:
        return self._known(str(getattr(node, "name", "")), self.names, "")

    def _known(self, name: str, known: Names, before: str) -> Kind:
        if name.startswith("_"):
            raise self._forbidden()
        if name in known:
            return known[name]
        near = nearest(name, known) if before else place_of(name) or nearest(name, known)
        hint = f" (maksudnya “{before}{near}”?)" if near else ""
        raise Wrong(f"Nama “{before}{name}” tidak dikenal{hint}", name)

    def _part(self, node: nodes.Node) -> Kind:
        whole, name = getattr(node, "node"), str(getattr(node, "attr"))  # noqa: B009  (mypy knows a bare Node only)
        found, before = self.read(whole), _written(whole)
        if found.what == "bebas":
            return found
        if found.parts is not None:
            return self._known(name, found.parts, f"{before}." if before else "")
        if name.startswith("_"):
            raise self._forbidden()
        raise Wrong(f"“{before}” pada {self.tag} adalah {found.what} dan tidak mempunyai bagian “{name}”")

    def _item(self, node: nodes.Node) -> Kind:
        found, key = self.read(getattr(node, "node")), getattr(node, "arg")  # noqa: B009  (as above)
        if not isinstance(key, nodes.Const) or not isinstance(key.value, int) or found.item is None:
            raise self._forbidden()
        return found.item

    def _const(self, node: nodes.Node) -> Kind:
        value = getattr(node, "value", None)
        if isinstance(value, bool):
            return YES_NO
        return NUMBER if isinstance(value, int) else TEXT

    def _filter(self, node: nodes.Node) -> Kind:
        name, into = str(getattr(node, "name", "")), getattr(node, "node", None)
        if name not in FILTERS:
            near = nearest(name, dict.fromkeys(FILTERS, TEXT))
            hint = f" (maksudnya “|{near}”?)" if near else ""
            raise Wrong(f"Saringan “|{name}” pada {self.tag} tidak dikenal{hint}")
        if not all(isinstance(argument, nodes.Const) for argument in getattr(node, "args", ())):
            # A text joined by another text of the data could fill the memory.
            raise self._forbidden()
        found = self.read(into) if into is not None else TEXT
        if name in {"first", "last"}:
            return found.item or TEXT
        return FILTERS[name] or found

    def _choice(self, node: nodes.Node) -> Kind:
        kinds = [self.read(part) for part in node.iter_child_nodes()]
        return kinds[1] if len(kinds) > 1 else TEXT


def _written(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    return _written(node.node) if isinstance(node, nodes.Getitem) else ""
