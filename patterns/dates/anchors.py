"""Where a date can begin: one search, parted by first letters, passes over everything else."""

from __future__ import annotations

from patterns.dates.expressions import NUMBER_WORD
from patterns.folding import compile_phrase

_UNIT = r"(?:năm|tháng|quý|tuần|ngày)"
_SIDE = r"(?:trước|sau|tới|qua|nay|này|liền|vừa|kế|tiếp|ngoái)"
_SPAN = r"(?:vừa|qua|gần|trở|sắp|tới|tiếp|trước|sau|liền|còn)"
ANCHOR = compile_phrase(
    rf"""(?<!\w)(?:
      \d(?:\d{{0,3}}(?:[ ]?[/.-][ ]*\d|[ ]*(?:{_UNIT}|nhiệm|giờ)|(?<=(?<!\w)(?:1[89]|20)\d\d)(?!\d))
        |\d?(?:,|,?[ ]và|[ ]đến|[ ]tới|[ ]rạng)[ ]|\d?t/)
    | n(?:gày[ :]*(?:\d|m[ùồ]ng)
      |ăm[ ]*(?:\d|học|ngân|tài|kế|{_UNIT}|{_SIDE})
      |h(?:iệm[ ]k[ỳì][ :(]*(?:\d|từ|năm|{_SIDE})|ững[ ]{_UNIT}[ ]*(?:\d|{_SPAN})|iều[ ]{_UNIT}[ ]{_SPAN})
      |iên[ ](?:độ|vụ|khoá)
      |ửa[ ][đc])
    | t(?:háng[ ]*(?:\d|tư|giêng|{NUMBER_WORD}|{_SIDE})
      |h(?:ời[ ](?:k[ỳì][ :(]*(?:\d|từ|năm)|gian[ ]{_SPAN})|(?:ế|ập)[ ][kn])
      |\d|ừ[ ]đầu[ ]năm|uần[ ](?:thứ[ ]|\d|{_SIDE})
      |rong[ ](?:\d|{NUMBER_WORD}[ ])|ám[ ]{_UNIT})
    | q(?:u[ýí][ ]*(?:i|[1-4]|{_SIDE})|[i1-4])
    | k(?:[ỳì][ ](?:trước|liền|báo)|hoá[ :(]*\d)
    | giai[ ]đoạn[ :(]*(?:\d|từ|năm|{NUMBER_WORD})
    | v(?:ụ[ ](?:lúa|đông|chiêm|hè|thu|xuân|mùa|trước)|ài[ ]{_UNIT}[ ]{_SPAN})
    | c(?:ùng[ ](?:k|th)|ác[ ]{_UNIT}[ ]{_SPAN}|hín[ ]{_UNIT})
    | m(?:ấy[ ]{_UNIT}[ ]{_SPAN}|ột[ ]{_UNIT}|ười(?:[ ](?:một|hai))?[ ]{_UNIT})
    | (?:hai|b(?:a|ốn|ảy|ẩy)|sáu)[ ]{_UNIT})"""
)
