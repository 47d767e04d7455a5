"""The theme and font table that Word expects; the styles of the report name their fonts themselves."""

from renderers.word.ooxml import HEAD, NAMESPACES

_COLORS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "7A0E16", "lt2": "F3E6DE", "accent1": "7A0E16", "accent2": "B98A2F",
    "accent3": "595959", "accent4": "9E1C22", "accent5": "E0B04A", "accent6": "766A5A",
    "hlink": "7A0E16", "folHlink": "595959",
}  # fmt: skip
_FONT = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_FILL}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme() -> str:
    colors = "".join(f'<a:{name}><a:srgbClr val="{color}"/></a:{name}>' for name, color in _COLORS.items())
    space = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    return (
        f'{HEAD}<a:theme {space} name="Laporan"><a:themeElements>'
        f'<a:clrScheme name="Laporan">{colors}</a:clrScheme>'
        f'<a:fontScheme name="Laporan"><a:majorFont>{_FONT}</a:majorFont><a:minorFont>{_FONT}</a:minorFont>'
        f'</a:fontScheme><a:fmtScheme name="Laporan"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{_LINE * 3}</a:lnStyleLst><a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def fonts() -> str:
    shape = '<w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
    return f'{HEAD}<w:fonts {NAMESPACES}><w:font w:name="Arial">{shape}</w:font></w:fonts>'
