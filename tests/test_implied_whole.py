"""Of four figures that make one whole twice, each may be the wrong one."""

from __future__ import annotations

from check_pages import reviewed


def offered(text: str) -> dict[str, tuple[str, ...]]:
    (finding,) = (f for f in reviewed(text).findings if f.check == "implied-whole")
    review = reviewed(text)
    assert review.ledger is not None
    return {review.ledger.by_id(s.claim).quote: s.repairs for s in finding.suspects}


def test_all_four_are_suspects_each_with_what_the_others_leave_it() -> None:
    suspects = offered("甲公司持有1.52亿股，占公司总股本的49.3%；乙公司持有4398万股，占公司总股本的41.28%。")
    assert set(suspects) == {"1.52亿股", "49.3%", "4398万股", "41.28%"}
    assert "14.28%" in suspects["41.28%"]


def test_the_part_may_be_the_wrong_one() -> None:
    assert "4人" in offered("女會員10人，佔會員總數的50%；學生會員6人，佔會員總數的20%。")["6人"]


def test_a_relation_that_holds_speaks_for_its_figures() -> None:
    text = (
        "甲持有1.52亿股，占公司总股本的49.3%，乙持有4398万股，占公司总股本的14.28%；"
        "丙持有3084万股，占公司总股本的1.00%。"
    )
    (finding,) = (f for f in reviewed(text).findings if f.check == "implied-whole")
    review = reviewed(text)
    assert review.ledger is not None
    assert [review.ledger.by_id(s.claim).quote for s in finding.suspects][:2] in (
        ["3084万股", "1.00%"],
        ["1.00%", "3084万股"],
    )
