"""The words of dates: patterns for one expression each, in folded text (`patterns.folding`).

The groups are day, month, quarter, year, until (last year of a run), count or name (of months) and part
("đầu", "cuối"). What may stand before an expression is in `BEFORE`.
"""

from __future__ import annotations

import regex

from patterns.dates.wordlists import one_of
from patterns.folding import compile_before, compile_phrase

# "năm" is five as well as a year
NUMBER_WORD = r"(?:mười[ ]một|mười[ ]hai|mười|hai|ba|bốn|sáu|bảy|bẩy|tám|chín|một|năm)"
_YEAR = r"(?:1[89]|20)\d\d(?!\d)(?![.,/]\d)"
# "năm 98" and "quý I/99" of the last century, where no counted noun can follow
_AFTER_SHORT = r"(?=[ ]*(?:$|[,;:.)-](?!\d)|(?:và|đến|tới|so|là|của|toàn|đạt|tăng|giảm)\b))"
_SHORT_YEAR = rf"[5-9]\d(?![\d\p{{L}}%]|[.,/-]\d){_AFTER_SHORT}"
_OF_YEAR = rf"""(?:(?:[ ]*[/.-][ ]*|[ ]*,?[ ]*(?:của[ ])?năm[ ]*)(?P<year>{_YEAR})
    |(?:/|[ ]năm[ ])(?P<year>{_SHORT_YEAR}))"""
_EACH = r"(?P<each>[ ](?:hằng|hàng)[ ](?:năm|quý|tháng))"
_SHIFT = r"(?:[ ](?P<shift>nay|này|trước|ngoái|sau|tới)\b)"
_OF_SHIFTED_YEAR = rf"(?:[ ](?:của[ ])?năm{_SHIFT})?"
# A clock time with seconds belongs to a signature's stamp: "15.04.2023 10:22:45 +07:00".
_NO_STAMP = r"(?![ ]+\d{1,2}:\d\d:\d\d)"
_MONEY = r"(?![ ]*(?:%|triệu|tỷ|tỉ|nghìn|ngàn|trăm|đồng|người|hộ|lần|cuộc|lượt|vụ|kg|tấn|ha)\b)"
_NO_FIGURE = r"(?!\d|[/.,-]\d|%)"
# The rest of a list that is set close: ",7,8/2019"
_CLOSE_LIST = r"(?=(?:,\d{1,2}){1,9}/(?:\d{1,2}/)?(?:19|20)\d\d)"
_ONE_OF = r"(?<!\d[ ])(?<!mỗi[ ])(?<!một[ ])(?<!hằng[ ])(?<!hàng[ ])"

# "ngày 05/7/2019", "05-7-2019", "ngày 07/ 3/2002", "ngày 16/10/95" (two digits only after "ngày")
DAY = compile_phrase(
    rf"""(?:(?P<word>ngày)[ ]*(?::[ ]*)?)?(?P<day>\d{{1,2}})(?:(?P<sep>[/.-])|[ ]*/|(?(word)[ ]-(?P<wide>[ ])|(?!)))[ ]*
    (?P<month>\d{{1,2}})(?(sep)[ ]?(?P=sep)|(?(wide)[ ]-|[ ]*/))[ ]*(?P<year>\d{{4}}|(?(word)\d\d|(?!)))
    (?!\d|[./-]\d|[/-]\p{{L}}){_NO_STAMP}"""
)
# "ngày 15 tháng 10 năm 2009", "15 tháng 3/2017", "ngày 15/3 năm 2017", "ngày 01 tháng giêng năm 1999"
_MONTH_NUMBER = rf"(?:(?P<month>\d{{1,2}})|(?P<name>{NUMBER_WORD}|tư|giêng))"
DAY_IN_WORDS = compile_phrase(
    rf"""(?<!(?:kỳ|đợt|lần|số|quý|tuần)[ ])(?:(?P<word>ngày)[ ]*(?::[ ]*)?)?(?:m[ùồ]ng[ ])?(?P<day>\d{{1,2}})
    (?:(?(word)[ ]*,)?[ ]*tháng[ ]*{_MONTH_NUMBER}|[ ]*/[ ]*(?P<month>\d{{1,2}})){_OF_YEAR}(?(word)|(?<=\d{{4}}))"""
)
# "ngày 20/11", "ngày 2 tháng 9", "15/12 hằng năm"
DAY_OF_MONTH = compile_phrase(
    rf"""ngày[ ]*(?P<day>\d{{1,2}})(?:[ ]*/[ ]*|-|[ ]*tháng[ ]*)(?P<month>\d{{1,2}}){_NO_FIGURE}(?![ ]*tháng)
    (?:{_EACH}|[ ](?:của[ ])?năm{_SHIFT})?
    |(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}}){_EACH}"""
)
# "ngày 20", where the words around it speak of a date; "hai ngày 28, 29/3/2019" but not "trong 15 ngày 20 hộ"
_ONE_OF_DAYS = r"(?<!\d\d[ ])(?<!mỗi[ ])(?<!một[ ])(?<!hằng[ ])(?<!hàng[ ])"
DAY_ALONE = compile_phrase(
    rf"""{_ONE_OF_DAYS}ngày[ ]*(?P<day>\d{{1,2}})(?:{_CLOSE_LIST}|{_NO_FIGURE})
    (?:{_CLOSE_LIST}|(?=[ ]*(?:$|[,.;:)\]-]|(?:và|đến|tới|của|theo|tại|để|thì|đã|các|có|là|trong
    |tháng[ ](?:cuối|đầu|sau|kế))\b)))"""
)
# "ngày 20 hằng tháng", "ngày 05 tháng sau": a word of time before it is not needed
_NEXT = r"(?:sau|trước|này|liền[ ]kề|kế[ ]tiếp|tiếp[ ]theo)\b"
DAY_OF_EACH = compile_phrase(rf"ngày[ ]*(?P<day>\d{{1,2}})(?:{_EACH}|[ ](?:của[ ])?(?:tháng|quý)[ ]{_NEXT})")
# "trước 15/9", "chiều 13/3": what can be no ratio, or is followed by no noun that a ratio counts
_DAY_AND_MONTH = r"(?P<day>0?[1-9]|[12]\d|3[01])[/-](?P<month>0?[1-9]|1[0-2])(?![\d%‰]|[/.,-][\d\p{L}])"
DAY_OF_CUE = compile_phrase(_DAY_AND_MONTH)
# "đến 30/6/99" of reports of the last century
DAY_OF_SHORT_YEAR = compile_phrase(
    r"(?P<day>0?[1-9]|[12]\d|3[01])/(?P<month>0?[1-9]|1[0-2])/(?P<year>[5-9]\d|0\d)(?![\d%]|[/.,-][\d\p{L}])"
)
_NO_NOUN = compile_phrase(
    r"""[ ]*(?:$|[.,;:)\]-]|(?:và|đến|tới|để|có|đã|sẽ|phải|thì|là|của|theo|tại|trên|toàn|cả|các|số|nhưng|còn|do
    |được|hoàn[ ]thành|giải[ ]ngân|xong)\b)"""
)
# The 20 of "từ 20 - 25/6/2018", of "từ 01 đến 05/7", of "ngày 20 - 25 tháng 6 năm 2018"
HOUR = r"(?:\d{1,2}[ ]?(?:giờ|[hg])(?:[ ]?\d\d(?:[ ]?phút|p)?)?,?[ ])"
TIME_OF_DAY = r"(?:rạng[ ]sáng|sáng|trưa|chiều|tối|đêm)[ ]"
WEEKDAY = r"(?:thứ[ ](?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ[ ]nhật),?[ ]"
_TO = rf"[ ]*(?:-[ ]*|(?:đến|tới)[ ](?:hết[ ])?(?:{TIME_OF_DAY})?)(?:ngày[ ]*)?"
_BEFORE_RANGE = rf"""(?={_TO}\d{{1,2}}(?:[/.]\d{{1,2}}[/.](?:19|20)\d\d|/(?:0?[1-9]|1[0-2])(?![\d/.])
    |[ ]tháng[ ]\d{{1,2}}(?:[ ]năm[ ]|/)\d{{4}}))"""
DAY_BEFORE_RANGE = compile_phrase(rf"(?P<day>\d{{1,2}}){_BEFORE_RANGE}")
DAY_WORD_BEFORE_RANGE = compile_phrase(rf"(?<!\d\d[ ])ngày[ ]*(?P<day>\d{{1,2}}){_BEFORE_RANGE}")
# The 01/5 of "01/5 - 31/5/2019"
DAY_OF_RANGE = compile_phrase(
    rf"(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})(?={_TO}\d{{1,2}}/\d{{1,2}}/(?:19|20)\d\d)"
)
# The 14 of "đêm 14, rạng sáng 15/9/2017"
DAY_BEFORE_DAY = compile_phrase(
    rf"""(?P<day>\d{{1,2}})(?:/(?P<month>\d{{1,2}}))?
    (?=[ ]*(?:,|,?[ ]và)?[ ](?:{TIME_OF_DAY}|rạng[ ])(?:ngày[ ])?\d{{1,2}}/\d{{1,2}}(?:/\d{{4}})?(?!\d))"""
)
# "từ đầu năm" of "từ đầu năm đến ngày 30/6/2023"
YEAR_START = compile_phrase(r"từ[ ]đầu[ ]năm(?=[ ](?:đến|tới)[ ](?!nay\b))")
# "tuần 32/2020", "tuần thứ 40"
WEEK = compile_phrase(
    rf"""(?<!\d[ ])tuần[ ](?:thứ[ ])?(?P<week>\d{{1,2}})(?:{_OF_YEAR}|(?![\d/.-]|,\d)(?=[ ]*(?:$|[,;:.)(]
    |(?:ghi[ ]nhận|có|tăng|giảm|số|so|là|và|năm)\b)))"""
)
# "tháng 6/2021", "tháng 6 năm 2021", "T6/2021", "tháng Tám năm 1945"
MONTH_OF_YEAR = compile_phrase(rf"(?:tháng[ ]*|t(?=\d{{1,2}}/)){_MONTH_NUMBER}{_OF_YEAR}")
# "tháng 9", "tháng 9 năm nay", and the 7 of "tháng 7-8/2020"
MONTH = compile_phrase(
    rf"""{_ONE_OF}(?<!quân[ ])tháng[ ]*(?P<month>\d{{1,2}})
    (?:{_CLOSE_LIST}|(?!\d|[/.,]\d|-\d(?!\d?/(?:19|20))){_MONEY})
    (?:{_EACH}|{_OF_SHIFTED_YEAR})"""
)
# "6 tháng đầu năm 2024", "9 tháng năm 2021", "6 tháng cuối năm", "6 tháng/2011", "9 tháng năm nay", "6T/2021",
# "3 tháng còn lại của năm 2021"
_SOME = rf"(?:(?P<count>\d{{1,2}})|(?P<name>{NUMBER_WORD}))[ ]*tháng"
MONTHS = compile_phrase(
    rf"""(?P<count>\d{{1,2}})t/(?P<year>{_YEAR})|{_SOME}
    (?:[ ]*(?P<part>đầu|cuối|còn[ ]lại)[ ]*
      (?:(?:của[ ])?năm(?![ ]*(?:học|tài|thứ))
        (?:[ ]*(?P<year>{_YEAR})|[ ](?P<year>{_SHORT_YEAR})|{_SHIFT})?|(?P<year>{_YEAR}))
    |(?:[ ]*(?:của[ ])?năm[ ]*|/|[ ])(?P<year>{_YEAR})|[ ](?:của[ ])?năm{_SHIFT})"""
)
# The 9 tháng of "9 tháng và ước thực hiện năm 2020", of "tháng 9, 9 tháng"
MONTHS_BEFORE_YEAR = compile_phrase(
    rf"""{_SOME}(?=[ ]*(?:[,;]|[,;]?[ ]và)[ ](?:(?:ước|dự[ ](?:ước|kiến)|thực[ ]hiện|cả|kết[ ]quả)[ ]){{1,4}}năm[ ]
    {_YEAR})"""
)
NEXT_MONTHS = compile_phrase(
    rf"{_SOME}(?![\p{{L}}\d/]|[ ](?:một|tuổi|lương|tù|lần|liên|liền|tiền|kể|trở|không|qua|tới)(?!\p{{L}}))"
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
# "năm 2016", "các năm 2018", "năm ngân sách 2016", "năm 98"
YEAR_WORD = compile_phrase(
    rf"""năm[ ]*(?P<year>(?:19|20)\d\d)(?=/[ ]*(?:năm[ ])?(?P<base>(?:19|20)\d\d)(?![\d/-]))
    |(?:năm|niên[ ]độ)[ ]*(?:(?:ngân[ ]sách|tài[ ]chính|kế[ ]hoạch)[ ])?(?P<year>{_YEAR})(?!-\d\d?(?!\d))
    |(?<!\d[ ])năm[ ](?P<year>{_SHORT_YEAR})"""
)
# "những năm 1990", "thập niên 90", "thập kỷ 80 của thế kỷ XX"
DECADE = compile_phrase(
    r"""(?:những[ ]năm|thập[ ](?:niên|k[ỷỉ]))[ ]*(?:
      (?P<year>(?:1[89]|20)\d0)(?!\d|[./-]\d|[ ]*(?:,|-|và)[ ]*\d)
    | (?P<year>[2-9]0)(?:[ ](?:của[ ])?thế[ ]k[ỷỉ][ ](?:xx|20)\b
      |(?!\d|[./-]\d)(?=[ ]*(?:$|[,;:.)](?!\d)|(?:và|đến|trước|đầu|cuối)\b))))"""
)
# "thế kỷ XX", "thế kỷ 21"
CENTURY = compile_phrase(r"thế[ ]k[ỷỉ][ ](?:thứ[ ])?(?P<century>xix|xxi|xx|19|20|21)\b")
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
# "vụ Mùa năm 2019"; without a year a season carries no number
SEASON = compile_phrase(
    rf"""vụ[ ](?:lúa[ ])?(?:(?:đông|chiêm)[ ]?-?[ ]?xuân|hè[ ]?-?[ ]?thu|thu[ ]?-?[ ]?đông|xuân[ ]?-?[ ]?hè
    |mùa|xuân|đông|chiêm)[ ](?:năm[ ]*)?(?P<year>{_YEAR}|{_SHORT_YEAR})"""
)
# "(2018)", "tầm nhìn 2030": a year without its word; "6/2021"
BARE_YEAR = compile_phrase(
    rf"""(?P<year>{_YEAR})(?=[ ]*(?:$|[;:)\]–"”-]|[.,](?!\d)|/[ ]*(?:kh|th|dt)\b
    |\(|(?:và|đến|tới|so|có|là|đạt|tăng|giảm|ước|vui|trao|với|thu|xếp|được|còn)\b))"""
)
# "Sản lượng 2019 đạt", "2005: 22%, 2010: 30%"
YEAR_OF_FIGURE = compile_phrase(rf"(?P<year>{_YEAR})(?=[ ]*:[ ]*\d|[ ](?:đạt|ước|tăng|giảm|so)\b)")
# "so sánh 2020/2019 (%)": one year in parts of an earlier one
YEAR_OVER_YEAR = compile_phrase(
    r"""(?<!(?:số|có)[ ])(?P<year>(?:19|20)\d\d)(?=/[ ]*(?:năm[ ])?(?P<base>(?:19|20)\d\d)[ ]*
    (?:$|[(%;:)\]|]|[.,](?!\d)))"""
)
BARE_MONTH = compile_phrase(rf"(?P<month>\d{{1,2}})/(?P<year>{_YEAR})(?![ ]*\p{{L}}*[/-]\p{{L}})")
# Behind a comma or "và": "8 và 9 năm 2019", "II/2020", "21 và 22/5/2019"
NEXT_MONTH = compile_phrase(rf"(?P<month>\d{{1,2}})(?:{_OF_YEAR}|{_CLOSE_LIST}|{_NO_FIGURE})")
NEXT_QUARTER = compile_phrase(rf"{_QUARTER_NUMBER}(?:{_OF_YEAR}|(?![/.,-]\d))")
NEXT_DAY = compile_phrase(
    rf"(?P<day>\d{{1,2}})(?:/(?P<month>\d{{1,2}}))?(?:{_CLOSE_LIST}|{_NO_FIGURE}){_EACH}?"
)
NEXT_YEAR = compile_phrase(rf"(?P<year>{_YEAR})(?![/-]\p{{L}})")

# What must stand before the expressions that are too open alone
BEFORE = {
    DAY_ALONE: compile_before(r"(?:trước|sau|từ|đến|tới|vào|hết|qua|trong|nhất|quá|các|,|\()[ ]"),
    DAY_OF_SHORT_YEAR: compile_before(r"(?<!\w)(?:trước|sau|từ|đến|tới|vào|hết|ngày|sáng|chiều|tối|đêm)[ ]"),
    DAY_OF_CUE: compile_before(
        r"""(?<!\w)(?P<sure>trước|kể[ ]từ|(?:chậm|muộn)[ ]nhất|(?:thời[ ]hạn|hạn[ ]cuối|hạn)(?:[ ]là)?|tính[ ]đến
        |thời[ ]điểm|(?:đến|trước)[ ]hết|rạng[ ]sáng|sáng|trưa|chiều|tối|đêm)[ ]
        |(?<!\w)(?:từ|đến|tới|sau|vào|hết|qua)[ ]|(?P<aside>\([ ]*)"""
    ),
    DAY_BEFORE_DAY: compile_before(TIME_OF_DAY),
    DAY_BEFORE_RANGE: compile_before(rf"(?:ngày|(?:từ|trong|các|\()[ ]*(?:{TIME_OF_DAY})?)[ ]*"),
    BARE_YEAR: compile_before(
        rf"""(?:\([ ]*|\([^()]{{0,40}}[,;][ ]
        |(?:đến|từ|trước|sau|cuối|đầu|hết|hướng|kế[ ]hoạch|thực[ ]hiện|dự[ ]toán|mục[ ]tiêu)[ ]
        |(?<!\p{{L}}){one_of("dated_names", "heads")}[ ]
        |(?<!\p{{L}}){one_of("dated_names", "events")}[ ](?:\p{{L}}+[ ]){{0,6}})"""
    ),
    YEAR_OF_FIGURE: compile_before(
        rf"(?:[,;(][ ]|(?<!\w)(?!{one_of('dated_names', 'figures')}[ ])\p{{L}}+[ ])"
    ),
    BARE_MONTH: compile_before(r"(?:\([ ]*|(?:đến|từ|trước|sau|cuối|đầu|hết|vào)[ ])"),
}


def can_be_ratio(found: regex.Match[str], text: str, end: int, *, aside: bool) -> bool:
    """Whether "5/9" may be a part of nine: it is no more than the whole, and what it counts may follow.

    A parenthesis ("41,7% (5/12)") holds ratios without what they count.
    """
    if int(found["day"]) > int(found["month"]):
        return False
    return aside or not _NO_NOUN.match(text, found.end(), end)
