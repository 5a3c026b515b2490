from __future__ import annotations

import datetime as dt

import pytest

from pst_standards.findings import Report, Severity
from pst_standards.messages import LANGUAGES
from pst_standards.rules import ProfileError, Rulebook, check, read_profile, standard_rulebook

DAY = dt.date(2026, 11, 26)
PLAIN_DAYS = """
standards:
  - id: library
    time_limit: {limits: [{value: 30, unit: day, start: permohonan lengkap, scope: waiting}]}
complaints:
  channels: [{id: box, medium: box}]
"""


def told(profile: str) -> Report:
    rules = standard_rulebook().with_profile(read_profile(profile))
    from pst_standards.definitions import read_data
    from pst_standards.rules import check_reading

    return check_reading(read_data(PLAIN_DAYS), as_of=DAY, rules=rules)


def weighed(*lines: str) -> Rulebook:
    return standard_rulebook().with_profile(read_profile(profile(*lines)))


def profile(*lines: str) -> str:
    return "\n".join(['format = "pst-profile/1"', "[severity]", *lines])


def test_a_rule_is_taken_as_gravely_as_the_profile_says() -> None:
    (found,) = told(profile('STD-021 = "error"')).of("STD-021")
    assert found.severity is Severity.ERROR
    (found,) = told(profile('STD-021 = "note"')).of("STD-021")
    assert found.severity is Severity.NOTE


def test_a_variant_is_weighed_alone() -> None:
    (found,) = told(profile('STD-034.few = "note"')).of("STD-034")
    assert (found.variant, found.severity) == ("few", Severity.NOTE)


def test_a_rule_that_is_off_is_not_asked_and_is_listed() -> None:
    report = told(profile('STD-021 = "off"'))
    assert report.of("STD-021") == ()
    assert report.coverage.switched_off == ("STD-021",)
    assert "STD-021" not in report.coverage.checked


def test_a_variant_that_is_off_is_not_told() -> None:
    report = told(profile('STD-034.few = "off"'))
    assert report.of("STD-034") == ()
    assert "STD-034" in report.coverage.checked


def test_an_alias_means_its_rule() -> None:
    (found,) = told(profile('"PGD-001.few" = "error"')).of("STD-034")
    assert found.severity is Severity.ERROR


def test_the_whole_rule_stands_for_all_that_it_finds() -> None:
    (found,) = told(profile('STD-020 = "error"')).of("STD-020")
    assert found.severity is Severity.ERROR


def test_the_whole_rule_stands_for_its_variants_and_a_variant_for_itself() -> None:
    rows = weighed('STD-034 = "error"').rows
    assert {part.severity for part in rows["STD-034"].variants.values()} == {Severity.ERROR}
    rows = weighed('STD-034.few = "note"').rows
    few = rows["STD-034"].variants["few"]
    assert few.severity is Severity.NOTE
    assert rows["STD-034"].severity is standard_rulebook().rows["STD-034"].severity


def test_what_the_law_commands_may_be_taken_as_gravely_as_it_is() -> None:
    assert weighed('STD-001 = "error"').rows["STD-001"].severity is Severity.ERROR
    torn = weighed('STD-028.torn = "warning"').rows["STD-028"].variants["torn"]
    assert torn.severity is Severity.WARNING


def test_the_catalogue_stays_as_it_is() -> None:
    told(profile('STD-021 = "off"', 'STD-020 = "error"'))
    assert standard_rulebook().off == frozenset()
    assert standard_rulebook().rows["STD-020"].severity is Severity.WARNING
    assert len(check({"standards": [{"id": "a"}]}, as_of=DAY).of("STD-001")) == 14


@pytest.mark.parametrize(
    ("content", "key", "params"),
    [
        (b"\xff\xfe", "syntax", {"detail": "'utf-8' codec can't decode byte 0xff"}),
        ("severity = [", "syntax", {"detail": "Invalid value"}),
        ("", "format", {"expected": "pst-profile/1"}),
        ('format = "pst-profile/2"\n[severity]', "format", {"expected": "pst-profile/1"}),
        ('format = "pst-profile/1"\nseverity = 1', "format", {"expected": "pst-profile/1"}),
        ('format = "pst-profile/1"\nz = 1\nmore = 1\n[severity]', "key", {"name": "more"}),
        (profile('STD-021 = "grave"'), "severity", {"rule": "STD-021", "found": "grave"}),
        (profile("STD-034.few = 3"), "severity", {"rule": "STD-034.few", "found": "3"}),
    ],
)
def test_what_is_no_profile_is_refused(
    content: str | bytes, key: str, params: dict[str, str]
) -> None:
    with pytest.raises(ProfileError) as refused:
        read_profile(content)
    assert refused.value.key == f"profile.{key}"
    assert refused.value.params.keys() == params.keys()
    for name, value in params.items():
        assert refused.value.params[name].startswith(value)
    assert str(refused.value) == refused.value.message("id") != refused.value.message("en")


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ('STD-900 = "error"', "rule"),
        ('STD-034.many = "error"', "rule"),
        ('DEF-015 = "note"', "rule"),
        ('STD-001 = "warning"', "lighter"),
        ('STD-001 = "off"', "lighter"),
        ('STD-002 = "note"', "lighter"),
        ('STD-034.none = "off"', "lighter"),
    ],
)
def test_the_law_cannot_be_taken_lighter(line: str, key: str) -> None:
    with pytest.raises(ProfileError) as refused:
        told(profile(line))
    assert refused.value.key == f"profile.{key}"
    for lang in LANGUAGES:
        assert refused.value.params["rule"] in refused.value.message(lang)


@pytest.mark.parametrize(
    ("line", "severity"), [('STD-028 = "note"', "error"), ('STD-028.torn = "off"', "warning")]
)
def test_it_is_told_how_grave_the_law_is(line: str, severity: str) -> None:
    with pytest.raises(ProfileError) as refused:
        weighed(line)
    assert refused.value.params == {"rule": line.partition(" ")[0], "severity": severity}
