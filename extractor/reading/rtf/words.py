"""Control words of RTF by what they do. Source: Rich Text Format Specification 1.9.1."""

from __future__ import annotations

from typing import Final


def _listed(words: str) -> list[str]:
    return words.split()


# Groups without text of the report. What a starred group is that is not named here or below is not known,
# and is passed over as the specification says.
SKIPPED: Final = frozenset(
    _listed(
        """
    aftncn aftnsep aftnsepc atnauthor atndate atnicn atnid atnparent atnref atntime atrfend
    atrfstart author background bkmkend bkmkstart blipuid category colorschememapping colortbl
    comment company creatim datafield datastore defchp defpap doccomm docvar fchars filetbl
    fldinst fldtype fontemb fontfile formfield ftncn ftnsep ftnsepc generator gridtbl hlinkbase
    info keycode keywords latentstyles lchars levelnumbers leveltext listlevel listname
    listoverride listoverridetable listpicture liststylename listtable manager mmathPict
    nesttableprops nonesttables nonshppict objalias objclass objdata objname objsect objtime oldcprops
    oldpprops oldsprops oldtprops operator panose password pgptbl picprop pict pn pnseclvl
    printim private propname protusertbl revtbl revtim rsidtbl rxe shprslt sp staticval subject
    tc tcn template themedata title txe userprops wgrffmtfilter windowcaption writereservation
    writereservhash xe xform xmlclose xmlnstbl xmlopen
"""
    )
)

# Starred groups that hold text, or hold groups that do.
ENTERED: Final = frozenset(_listed("annotation do dptxbxtext footnote mmath moMath shpgrp shpinst shptxt ud"))

ALIGNMENTS: Final = {"ql": "left", "qc": "center", "qr": "right", "qj": "justify", "qd": "justify"}

# Letters that have a word of their own; "_" is a hyphen that keeps a line together, "-" one that parts it.
SIGNS: Final = {
    "~": "\u00a0",
    "_": "-",
    "-": "\u00ad",
    "{": "{",
    "}": "}",
    "\\": "\\",
    "tab": "\t",
    "\t": "\t",
    "line": "\n",
    "lbr": "\n",
    "emdash": "—",
    "endash": "–",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "bullet": "•",
    "lquote": "\u2018",
    "rquote": "\u2019",
    "ldblquote": "\u201c",
    "rdblquote": "\u201d",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "zwbo": "",
    "zwnbo": "",
}

# Groups with the number that Word shows before a paragraph of a list.
LIST_TEXTS: Final = frozenset({"listtext", "pntext"})

# Words that open a story of its own.
HEADERS: Final = frozenset({"header", "headerl", "headerr", "headerf"})
FOOTERS: Final = frozenset({"footer", "footerl", "footerr", "footerf"})
BOXES: Final = frozenset({"shptxt", "dptxbxtext"})
