"""The words of dates: patterns for one expression each, in folded text (`patterns.folding`).

The groups are day, month, quarter, year, until (last year of a run), count or name (of months) and part
("đầu", "cuối"). What may stand before an expression is in `BEFORE`.
"""

from __future__ import annotations

from patterns.folding import compile_phrase

# "năm" is five as well as a year
NUMBER_WORD = r"(?:mười[ ]một|mười[ ]hai|mười|hai|ba|bốn|sáu|bảy|bẩy|tám|chín|một|năm)"
_YEAR = r"(?:1[89]|20)\d\d(?!\d)(?![.,/]\d)"
_OF_YEAR = rf"(?:[ ]*[/.-][ ]*|[ ]*,?[ ]*(?:của[ ])?năm[ ]*)(?P<year>{_YEAR})"
_EACH = r"(?:[ ](?:hằng|hàng)[ ](?:năm|quý|tháng))"
_SHIFT = r"(?:[ ](?:nay|này|trước|ngoái|sau|tới)\b)"
_OF_SHIFTED_YEAR = r"(?:[ ]năm[ ](?:nay|này|trước|ngoái|sau|tới)\b)?"
# A clock time with seconds belongs to a signature's stamp: "15.04.2023 10:22:45 +07:00".
_NO_STAMP = r"(?![ ]+\d{1,2}:\d\d:\d\d)"
_MONEY = r"(?![ ]*(?:%|triệu|tỷ|tỉ|nghìn|ngàn|trăm|đồng|người|hộ|lần|cuộc|lượt|vụ|kg|tấn|ha)\b)"
_NO_FIGURE = r"(?!\d|[/.,-]\d|%)"
_ONE_OF = r"(?<!\d[ ])(?<!mỗi[ ])(?<!một[ ])(?<!hằng[ ])(?<!hàng[ ])"

# "ngày 05/7/2019", "05-7-2019", "ngày 07/ 3/2002", "ngày 16/10/95" (two digits only after "ngày")
DAY = compile_phrase(
    rf"""(?:(?P<word>ngày)[ ]*)?(?P<day>\d{{1,2}})(?:(?P<sep>[/.-])|[ ]*/)[ ]*(?P<month>\d{{1,2}})
    (?(sep)[ ]?(?P=sep)|[ ]*/)[ ]*(?P<year>\d{{4}}|(?(word)\d\d|(?!)))
    (?!\d|[./-]\d|[/-]\p{{L}}){_NO_STAMP}"""
)
# "ngày 15 tháng 10 năm 2009", "15 tháng 3/2017", "ngày 15/3 năm 2017"
DAY_IN_WORDS = compile_phrase(
    rf"""(?:ngày[ ]*)?(?:m[ùồ]ng[ ])?(?P<day>\d{{1,2}})(?:[ ]*tháng[ ]*|[ ]*/[ ]*)(?P<month>\d{{1,2}})
    {_OF_YEAR}"""
)
# "ngày 20/11", "ngày 2 tháng 9", "15/12 hằng năm"
DAY_OF_MONTH = compile_phrase(
    rf"""ngày[ ]*(?P<day>\d{{1,2}})(?:[ ]*[/-][ ]*|[ ]*tháng[ ]*)(?P<month>\d{{1,2}}){_NO_FIGURE}{_EACH}?
    |(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}}){_EACH}"""
)
# "ngày 20", where the words around it speak of a date
DAY_ALONE = compile_phrase(
    rf"""{_ONE_OF}ngày[ ]*(?P<day>\d{{1,2}}){_NO_FIGURE}
    (?:{_EACH}|(?=[ ]*(?:$|[,.;:)\]-]|(?:và|đến|tới|của|theo|tại|để|thì|đã|các|có|là|trong
    |tháng[ ](?:cuối|đầu|sau|kế))\b)))"""
)
# The 20 of "từ 20 - 25/6/2018"
DAY_BEFORE_RANGE = compile_phrase(r"(?P<day>\d{1,2})(?=[ ]*-[ ]*\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d)")
# "tháng 6/2021", "tháng 6 năm 2021", "T6/2021", "tháng Tám năm 1945"
MONTH_OF_YEAR = compile_phrase(
    rf"(?:tháng[ ]*|t(?=\d{{1,2}}/))(?:(?P<month>\d{{1,2}})|(?P<name>{NUMBER_WORD}|tư)){_OF_YEAR}"
)
# "tháng 9", "tháng 9 năm nay", and the 7 of "tháng 7-8/2020"
MONTH = compile_phrase(
    rf"""{_ONE_OF}(?<!quân[ ])tháng[ ]*(?P<month>\d{{1,2}})(?!\d|[/.,]\d|-\d(?!\d?/(?:19|20))){_MONEY}
    {_OF_SHIFTED_YEAR}"""
)
# "6 tháng đầu năm 2024", "9 tháng năm 2021", "6 tháng cuối năm", "6 tháng/2011"
MONTHS = compile_phrase(
    rf"""(?:(?P<count>\d{{1,2}})|(?P<name>{NUMBER_WORD}))[ ]*tháng
    (?:[ ]*(?P<part>đầu|cuối)[ ]*
      (?:(?:của[ ])?năm(?![ ]*(?:học|tài|thứ))(?:[ ]*(?P<year>{_YEAR})|{_SHIFT})?|(?P<year>{_YEAR}))
    |(?:[ ]*(?:của[ ])?năm[ ]*|/)(?P<year>{_YEAR}))"""
)
HALF = compile_phrase(
    rf"nửa[ ](?P<part>đầu|cuối)[ ]năm(?![ ]*(?:học|tài))(?:[ ]*(?P<year>{_YEAR})|{_SHIFT})?"
)
# "quý I/2020", "quý 3 năm 2021", "quý IV", "Q3/2020"
_QUARTER_NUMBER = r"(?P<quarter>iv|i{1,3}|[1-4])(?![\d\p{L}])"
QUARTER = compile_phrase(
    rf"""qu[ýí][ ]*{_QUARTER_NUMBER}(?:{_OF_YEAR}|{_MONEY}(?![/.,-]\d){_OF_SHIFTED_YEAR})
    |q{_QUARTER_NUMBER}/(?P<year>{_YEAR})"""
)
# "năm 2016", "các năm 2018", "năm ngân sách 2016"
YEAR_WORD = compile_phrase(
    rf"năm[ ]*(?:(?:ngân[ ]sách|tài[ ]chính|kế[ ]hoạch)[ ])?(?P<year>{_YEAR})(?!-\d\d?(?!\d))"
)
# "những năm 1990" is a decade
DECADE = compile_phrase(r"những[ ]năm[ ]*(?P<year>(?:1[89]|20)\d0)(?!\d|[./-]\d|[ ]*(?:,|-|và)[ ]*\d)")
# "giai đoạn 2016 - 2018", "nhiệm kỳ 2015-2020", "5 năm 2016-2020", "2016-2020"
_PREFIX = r"""(?:giai[ ]đoạn|thời[ ]k[ỳì]|nhiệm[ ]k[ỳì]|niên[ ](?:khoá|độ|vụ)|khoá|năm[ ]học|năm
    |vụ[ ](?:lúa[ ])?(?:đông|mùa|hè|thu|xuân|chiêm)(?:[ ]?-?[ ]?(?:xuân|thu|đông|mùa|hè))?
      (?:[ ](?:muộn|sớm))?)"""
YEARS = compile_phrase(
    rf"""(?:(?P<prefix>{_PREFIX}|(?:giai[ ]đoạn[ ])?(?:\d{{1,2}}|{NUMBER_WORD})[ ]năm)[ :]*(?:năm[ ]*)?)?
    (?<![\w/.,-])(?P<year>(?:1[89]|20)\d\d)[ ]*(?:-|(?(prefix)/|(?!)))[ ]*(?P<until>{_YEAR})(?![-/]\p{{L}})"""
)
# The first year of "giai đoạn từ năm 2016 đến năm 2020"
YEARS_FROM = compile_phrase(
    rf"""(?:giai[ ]đoạn|thời[ ]k[ỳì]|nhiệm[ ]k[ỳì])[ ](?:từ[ ])?(?:năm[ ]*)?(?P<year>{_YEAR})
    (?=[ ](?:đến|tới)[ ])"""
)
# "vụ Hè Thu", "vụ Mùa năm 2019"
SEASON = compile_phrase(
    rf"""vụ[ ](?:lúa[ ])?(?:(?:đông|chiêm)[ ]?-?[ ]?xuân|hè[ ]?-?[ ]?thu|thu[ ]?-?[ ]?đông|xuân[ ]?-?[ ]?hè
    |mùa|xuân|đông|chiêm)\b(?:[ ](?:năm[ ]*)?(?P<year>{_YEAR}))?"""
)
# "(2018)", "tầm nhìn 2030": a year without its word; "6/2021"
BARE_YEAR = compile_phrase(rf"(?P<year>{_YEAR})(?=[ ]*(?:$|[;:)\]–-]|[.,](?!\d)|(?:và|đến|tới|so|có|là)\b))")
BARE_MONTH = compile_phrase(rf"(?P<month>\d{{1,2}})/(?P<year>{_YEAR})(?![ ]*\p{{L}}*[/-]\p{{L}})")
# Behind a comma or "và": "8 và 9 năm 2019", "II/2020", "21 và 22/5/2019"
NEXT_MONTH = compile_phrase(rf"(?P<month>\d{{1,2}})(?:{_OF_YEAR}|{_NO_FIGURE})")
NEXT_QUARTER = compile_phrase(rf"{_QUARTER_NUMBER}(?:{_OF_YEAR}|(?![/.,-]\d))")
NEXT_DAY = compile_phrase(rf"(?P<day>\d{{1,2}})(?:/(?P<month>\d{{1,2}}))?{_NO_FIGURE}")
NEXT_YEAR = compile_phrase(rf"(?P<year>{_YEAR})(?![/-]\p{{L}})")

# What must stand before the expressions that are too open alone
BEFORE = {
    DAY_ALONE: compile_phrase(r"(?:trước|sau|từ|đến|tới|vào|hết|qua|trong|nhất|quá|các|,|\()[ ]$"),
    DAY_BEFORE_RANGE: compile_phrase(r"(?:từ|trong|các|ngày|\()[ ]*$"),
    BARE_YEAR: compile_phrase(
        r"""(?:\([ ]*|\([^()]{0,40}[,;][ ]|tầm[ ]nhìn[ ]|(?:đến|từ|trước|sau|cuối|đầu|hết|hướng|kế[ ]hoạch
        |thực[ ]hiện|dự[ ]toán|mục[ ]tiêu)[ ])$"""
    ),
    BARE_MONTH: compile_phrase(r"(?:\([ ]*|(?:đến|từ|trước|sau|cuối|đầu|hết|vào)[ ])$"),
}
