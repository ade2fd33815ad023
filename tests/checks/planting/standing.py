"""What is amiss in the clean reports all the same.

They are composed like real ones, which seldom give the date of every document. A careful reader would say the
same of these places; so the rules may, and of no others.
"""

# (report, rule, underlined words)
STANDING = frozenset(
    {
        ("con-cuong-2020-nq18", "REF110", "Nghị quyết số 19-NQ/TW"),
        ("ha-tinh-2023-kiem-tra", "REF110", "Chỉ thị số 27-CT/TU"),
        ("ha-tinh-2023-kiem-tra", "REF110", "Nghị quyết số 18-NQ/TU"),
        ("ha-tinh-2023-kiem-tra", "REF110", "Quy định số 08-QĐi/TW"),
        ("hau-giang-2022-mttq", "REF110", "Quyết định số 217-QĐ/TW"),
        ("hoa-binh-2020-qcdc", "REF110", "Chỉ thị số 33-CT/TU"),
        ("hoa-binh-2020-qcdc", "REF110", "Nghị định số 149/2018/NĐ-CP"),
        ("hoa-binh-2020-qcdc", "REF110", "Quyết định số 1287-QĐ/TU"),
        ("hoa-binh-2022-qcdc", "REF110", "Quy định số 614-QĐ/TU"),
        ("lam-ha-2021-cchc", "REF120", "Kế hoạch số 18/KH-UBND"),
        ("quang-ngai-2020-ktxh", "REF110", "Nghị định số 113/2018/NĐ-CP"),
        ("quang-ngai-2021-ktxh", "REF110", "Nghị quyết số 04-NQ/TU"),
        ("quang-ngai-2021-ktxh", "REF110", "Nghị định số 61/2018/NĐ-CP"),
        ("quang-ngai-2022-ktxh", "REF110", "Nghị định số 61/2018/NĐ-CP"),
        ("soc-trang-2023-giai-ngan", "REF110", "Quyết định số 02/2020/QĐ-UBND"),
    }
)
