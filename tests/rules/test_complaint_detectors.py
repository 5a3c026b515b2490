"""Whatever text is given to the detectors on complaints: nothing breaks, and none takes long."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.rules.detectors.addresses import (
    host_of,
    is_below_bps,
    names_bps_host,
    names_lapor,
)
from pst_standards.rules.detectors.clocks import settles, stage_cited, stage_told
from pst_standards.rules.detectors.form_fields import kind_told, types_anonymous
from pst_standards.rules.detectors.matters import (
    chapters_missing,
    heads_examination,
    matters_missing,
)
from pst_standards.rules.detectors.persons import (
    holds_national_id,
    holds_ticket_code,
    mobile_numbers,
    names_person,
    private_mails,
)
from pst_standards.rules.detectors.retention import states_retention
from pst_standards.rules.detectors.spoken_time import measure_in


@given(st.text(max_size=300))
def test_no_text_breaks_a_detector(words: str) -> None:
    host_of(words)
    assert is_below_bps(words) in {True, False}
    for detect in (names_bps_host, names_lapor, settles, types_anonymous, names_person):
        assert detect(words) in {True, False}
    for detect in (holds_national_id, holds_ticket_code, heads_examination, states_retention):
        assert detect(words) in {True, False}
    measure_in(words)
    stage_cited(words)
    stage_told(words)
    kind_told(words)
    assert mobile_numbers(words).isdisjoint(private_mails(words))
    assert set(matters_missing(words)) <= set(range(1, 8))
    assert set(chapters_missing(words)) <= set(range(1, 5))


@pytest.mark.parametrize(
    "piece", ["0", "a-", "a.", "62 8", "lapor ", "hari ", "@a", "pelapor, ", "3 "]
)
def test_a_hostile_text_is_read_in_no_time(piece: str) -> None:
    import time

    words = piece * (200_000 // len(piece))
    start = time.process_time()
    for detect in (names_bps_host, names_lapor, names_person, holds_national_id, private_mails):
        detect(words)
    for other in (mobile_numbers, holds_ticket_code, stage_told, states_retention, host_of):
        other(words)
    assert time.process_time() - start < 2
