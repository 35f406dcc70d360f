"""Writes blocks.ttf, the font of the goldens: every character is half a square wide, digits are drawn of seven strokes, all else is a block.

No machine draws it differently, and what a word is wide does not depend on the fonts that are installed. python3 blocks.py, with fonttools.
"""

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

EM, WIDTH = 1000, 500
# The strokes of a digit: top, left above, right above, middle, left below, right below, bottom; left, low, right, high of each.
STROKES = [(60, 620, 440, 700), (60, 350, 140, 700), (360, 350, 440, 700), (60, 310, 440, 390), (60, 0, 140, 350), (360, 0, 440, 350), (60, 0, 440, 80)]
DIGITS = ["1110111", "0010010", "1011101", "1011011", "0111010", "1101011", "1101111", "1010010", "1111111", "1111011"]


def glyph(boxes):
    pen = TTGlyphPen(None)
    for left, low, right, high in boxes:
        pen.moveTo((left, low))
        for point in [(left, high), (right, high), (right, low)]:
            pen.lineTo(point)
        pen.closePath()
    return pen.glyph()


characters = [*range(0x21, 0x7F), *range(0xA1, 0x180), *range(0x2010, 0x2040), *range(0x2190, 0x2200), 0x2212, 0xD7, 0x283F]
glyphs = {".notdef": glyph([(60, 0, 440, 500)]), "space": glyph([]), "high": glyph([(60, 0, 440, 700)]), "low": glyph([(60, 0, 440, 500)])}
for digit, drawn in enumerate(DIGITS):
    glyphs[f"digit{digit}"] = glyph([box for box, stroke in zip(STROKES, drawn) if stroke == "1"])
names = {code: f"digit{chr(code)}" if chr(code) in "0123456789" else "high" if chr(code).isupper() else "low" for code in characters}
names[0x20] = names[0xA0] = "space"

font = FontBuilder(EM, isTTF=True)
font.setupGlyphOrder(list(glyphs))
font.setupCharacterMap(names)
font.setupGlyf(glyphs)
font.setupHorizontalMetrics({name: (WIDTH, 60 if name != "space" else 0) for name in glyphs})
font.setupHorizontalHeader(ascent=800, descent=-200)
font.setupNameTable({"familyName": "Blocks", "styleName": "Regular"})
font.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200, sxHeight=500, sCapHeight=700)
font.setupPost()
font.font["head"].created = font.font["head"].modified = 0
font.font.recalcTimestamp = False
font.save("blocks.ttf")
