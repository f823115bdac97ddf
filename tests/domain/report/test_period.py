from datetime import date

import pytest

from tongchou.domain.report.period import next_month, period_name


def test_names_of_periods() -> None:
    assert period_name("baseline", date(2023, 3, 31)).zh == "基线（2023年3月31日）"
    assert period_name("baseline", date(2023, 3, 31)).en == "Baseline (31 March 2023)"
    assert period_name("month", date(2023, 4, 30)).zh == "2023年4月"
    assert period_name("month", date(2023, 4, 30)).en == "April 2023"


@pytest.mark.parametrize(
    ("after", "start", "end", "due"),
    [
        (date(2023, 3, 31), date(2023, 4, 1), date(2023, 4, 30), date(2023, 5, 5)),
        (date(2023, 12, 31), date(2024, 1, 1), date(2024, 1, 31), date(2024, 2, 5)),
        (date(2024, 1, 15), date(2024, 2, 1), date(2024, 2, 29), date(2024, 3, 5)),
    ],
)
def test_the_next_month_is_proposed_whole(after: date, start: date, end: date, due: date) -> None:
    proposed = next_month(after)
    assert (proposed.start, proposed.end, proposed.due) == (start, end, due)
    assert proposed.start <= proposed.opens <= proposed.due <= proposed.closes
