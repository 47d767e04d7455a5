"""The template of an office in the markup that WPS Office writes, imitated from public files: ids of styles in figures,
tags over several runs, page numbers in text boxes, the daftar isi in a content control, properties of its own."""

import re
from itertools import count

from renderers.word.ooxml import HEAD, MAIN, NAMESPACES, RELS, Parts, pack
from tests.renderers.templat_kantor.wild import office
from tests.renderers.templat_kantor.wild.office import TYPES

_MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:o="urn:schemas-microsoft-com:office:'
    'office" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w10="urn:schemas-microsoft-com:office:word" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wp14="http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData" mc:Ignorable="w14 wp14"'
)
_HINT = '<w:rFonts w:hint="default"/>'
_LANG = '<w:lang w:val="en-US"/>'
_MARGINS = (
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="57" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="57" w:type="dxa"/></w:tblCellMar>'
)
_CONTENTS = (
    '<w:sdt><w:sdtPr>{hint}<w:id w:val="147478281"/><w:placeholder><w:docPart w:val="{{46fcb9d4-2c4b}}"/>'
    '</w:placeholder><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
    "</w:sdtPr><w:sdtEndPr/><w:sdtContent>{list}</w:sdtContent></w:sdt>"
).replace("{hint}", f"<w:rPr>{_HINT}</w:rPr>")
_PROPERTIES = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/{}-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{}</Properties>'
)
_BUILD = (
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer">'
    "<vt:lpwstr>1033-12.2.0.13431</vt:lpwstr></property>"
)
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def saved() -> bytes:
    made = office.parts()
    ids = dict(zip(re.findall(r'w:styleId="(\w+)"', made["word/styles.xml"].decode()), count(1), strict=False))
    for name in (MAIN, "word/styles.xml", "word/numbering.xml"):
        made[name] = _numbered(made[name].decode(), ids).encode()
    made[MAIN] = _written(made[MAIN].decode()).encode()
    for name in ("word/footer1.xml", "word/footer2.xml"):
        made[name] = _foot(made[name].decode(), ids["Footer"]).encode()
    settings = made["word/settings.xml"].decode().replace(NAMESPACES, f"{NAMESPACES} {_MORE}")
    own = '<w:documentProtection w:enforcement="0"/><w:defaultTabStop'
    made["word/settings.xml"] = settings.replace("<w:defaultTabStop", own).encode()
    return pack(_beside(made))


def _numbered(text: str, ids: dict[str, int]) -> str:
    """The part with figures for the ids of styles."""
    named = r'(<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link) w:val=|w:styleId=)"(\w+)"'
    return re.sub(named, lambda found: f'{found[1]}"{ids[found[2]]}"', text)


def _written(text: str) -> str:
    text = text.replace(NAMESPACES, f"{NAMESPACES} {_MORE}")
    # Properties of the mark of a paragraph, which its section follows.
    text = re.sub(r"(<w:pPr>(?:(?!</w:pPr>|<w:sectPr>).)*)", rf"\1<w:rPr>{_HINT}{_LANG}</w:rPr>", text)
    text = re.sub(r"<w:r>(?!<w:rPr>)", f"<w:r><w:rPr>{_HINT}{_LANG}</w:rPr>", text)
    text = re.sub(r"<w:t xml:space=\"preserve\">([^<]*?\{\{ \w+)(\.[^<]*)</w:t></w:r>", _split, text)
    text = re.sub(r'<w:tblW w:w="\d+" w:type="dxa"/>', '<w:tblW w:w="0" w:type="auto"/>', text)
    text = text.replace("<w:tr>", f"<w:tr><w:tblPrEx>{_MARGINS}</w:tblPrEx>")
    text = re.sub(r"<w:p>(?:(?!</w:p>).)*? TOC .*?</w:p>", lambda found: _CONTENTS.format(list=found[0]), text)
    columns = '<w:cols w:space="720" w:num="1"/><w:docGrid w:linePitch="360" w:charSpace="0"/></w:sectPr>'
    return text.replace("</w:sectPr>", columns)


def _split(found: re.Match[str]) -> str:
    """A tag over two runs, as the keyboard's language changed within it."""
    again = f'</w:t></w:r><w:r><w:rPr><w:rFonts w:hint="eastAsia"/>{_LANG}</w:rPr><w:t xml:space="preserve">'
    return f'<w:t xml:space="preserve">{found[1]}{again}{found[2]}</w:t></w:r>'


def _foot(text: str, style: int) -> str:
    """The footer with its page number in a text box at the right, twice, as older programs know no such boxes."""
    text = text.replace(NAMESPACES, f"{NAMESPACES} {_MORE}").replace('w:val="Footer"', f'w:val="{style}"')
    shown = re.search(r"<w:tab/></w:r>(.*?)</w:p>", text, re.DOTALL)
    assert shown
    number = shown[1].replace(" PAGE ", r" PAGE  \* MERGEFORMAT ")
    inside = f'<w:txbxContent><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{number}</w:p></w:txbxContent>'
    return text.replace(f"<w:tab/></w:r>{shown[1]}", f"</w:r>{_box(inside)}")


def _box(inside: str) -> str:
    size = 'cx="1828800" cy="152400"'
    drawing = (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="9" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="1" '
        'name="Text Box 1"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
        f'<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        f"</a:prstGeom><a:noFill/></wps:spPr><wps:txbx>{inside}</wps:txbx>"
        '<wps:bodyPr vert="horz" wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:spAutoFit/>'
        "</wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    style = (
        "position:absolute;left:0pt;margin-top:0pt;height:12pt;width:144pt;mso-position-horizontal:right;"
        "mso-position-horizontal-relative:margin;mso-wrap-style:none;z-index:9;"
    )
    shape = (
        f'<w:pict><v:shape id="_x0000_s1026" o:spid="_x0000_s1026" o:spt="202" type="#_x0000_t202" style="{style}" '
        'filled="f" stroked="f" coordsize="21600,21600"><v:fill on="f" focussize="0,0"/><v:stroke on="f"/>'
        '<v:imagedata o:title=""/><o:lock v:ext="edit" aspectratio="f"/><v:textbox inset="0mm,0mm,0mm,0mm" '
        f'style="mso-fit-shape-to-text:t;">{inside}</v:textbox></v:shape></w:pict>'
    )
    choice = f'<mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{shape}</mc:Fallback>'
    return f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"


def _beside(made: Parts) -> Parts:
    app = "<Application>WPS Office_12.2.0.13431_F1E327BC-269C-435d-A152-05C5408002CA</Application>"
    rels = "".join(
        f'<Relationship Id="rId9{n}" Type="{_KIND}/{kind}-properties" Target="docProps/{name}.xml"/>'
        for n, (kind, name) in enumerate((("extended", "app"), ("custom", "custom")))
    )
    types = "".join(
        f'<Override PartName="/docProps/{name}.xml" '
        f'ContentType="application/vnd.openxmlformats-officedocument.{kind}-properties+xml"/>'
        for kind, name in (("extended", "app"), ("custom", "custom"))
    )
    item = f'<Relationship Id="rId93" Type="{_KIND}/customXml" Target="../customXml/item1.xml"/>'
    return {
        **made,
        "docProps/app.xml": f"{HEAD}{_PROPERTIES.format('extended', app)}".encode(),
        "docProps/custom.xml": f"{HEAD}{_PROPERTIES.format('custom', _BUILD)}".encode(),
        "customXml/item1.xml": b'<s:customData xmlns:s="http://www.wps.cn/officeDocument/2013/wpsCustomData"/>',
        "_rels/.rels": made["_rels/.rels"].replace(b"</Relationships>", f"{rels}</Relationships>".encode()),
        RELS: made[RELS].replace(b"</Relationships>", f"{item}</Relationships>".encode()),
        TYPES: made[TYPES].replace(b"</Types>", f"{types}</Types>".encode()),
    }
