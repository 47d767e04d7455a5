"""How well a colour stands out from another, as WCAG counts it."""

from renderers.ink.glyphs import Colour

AA = 4.5


def contrast(one: Colour, other: Colour) -> float:
    """The ratio that WCAG asks to be 4.5 at least, for text of any size."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    r, g, b = (c / 3294.6 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
