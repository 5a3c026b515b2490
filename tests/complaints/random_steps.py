"""Steps at random, each held against what the model says of it.

The model keeps only what the guards of the table look at.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, cast

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from pst_standards.complaints import Case, Event, TransitionError, advance
from tests.complaints.table_by_hand import (
    CALENDAR,
    CLASSES,
    MOVES,
    NOTICE,
    OFFICERS,
    OPEN,
    PROFILE,
    START,
    working,
)


class RandomSteps(RuleBasedStateMachine):
    """A complaint that anything may happen to, and what the model remembers of it."""

    @initialize(
        accused=st.sampled_from([[], ["B1"]]),
        request=st.sampled_from(["", "Data diserahkan"]),
        damages=st.booleans(),
        way=st.integers(0, 6),
    )
    def file(self, accused: list[str], request: str, way: int, *, damages: bool) -> None:
        self.at = START
        self.log: list[Event] = []
        self.case = cast("Case", None)
        self.state, self.kind, self.receipt, self.level = "", "", False, 0
        self.accused, self.request, self.damages = accused, request, damages
        self.documents: set[str] = set()
        self.hearings: set[str] = set()
        self.used: set[str] = set()
        self.tasks: set[str] = set()
        self.all_tasks: set[str] = set()
        self.handler, self.deciders, self.conflicts = "", set[str](), set[str]()
        self.heard: set[str] = set()
        self.called: set[tuple[str, dt.date]] = set()
        self.apart = False
        self.asked: set[str] = set()
        self.outlasting: set[str] = set()
        self.objected_to: set[str] = set()
        self.since = START.date()
        data = {
            "number": "N1",
            "channel": "email",
            "text": "Terlambat",
            "reporter": "ref",
            "place": "Kantor",
            "signed": True,
            "loss": "Ongkos",
            "damages_cause": "Telat",
            "accused": accused,
            "accused_level": 0,
            "request": request,
            "damages_claimed": damages,
        }
        self.step("file", data, allowed=True)
        self.state = "received"
        for _ in range(way):
            self.it_goes_its_way()

    def step(self, name: str, data: dict[str, Any], *, allowed: bool, by: str = "") -> bool:
        """Let something happen, and hold the answer against what the model says."""
        citizen = name in {"file", "complete", "accept", "object", "withdraw", "request"}
        fit = next((one for one in OFFICERS if self.fit(one)), OFFICERS[0])
        who = "reporter" if citizen else by or fit
        told: dict[str, Any] = {"step": name, "at": self.at.isoformat(), "by": who, "data": data}
        event = Event.from_dict(told)
        before = self.case
        if not citizen:
            allowed = allowed and self.fit(who)
        if name == "report_conflict":
            # Whether a conflict stands is not for whoever is in it to say.
            allowed = allowed and (data["stands"] is None or data["officer"] != who)
        if not allowed:
            with pytest.raises(TransitionError):
                advance(before, event, calendar=CALENDAR, profile=PROFILE)
            return False
        self.case = advance(before, event, calendar=CALENDAR, profile=PROFILE)
        self.log.append(event)
        if name in MOVES and MOVES[name][1] not in {"", "?"}:
            self.state = MOVES[name][1]
        return True

    def may(self, name: str) -> bool:
        return self.state in MOVES[name][0]

    def fit(self, officer: str) -> bool:
        return officer not in self.accused and officer not in self.conflicts

    @rule(days=st.sampled_from([0, 1, 9, 30, 60]))
    def wait(self, days: int) -> None:
        if self.at < START + dt.timedelta(days=600):
            self.at += dt.timedelta(days=days, minutes=1)

    @rule(signed=st.booleans())
    def receipt_is_issued(self, *, signed: bool) -> None:
        data = {"identity": True, "description": True, "place": "Meja", "officer": "A1"}
        data |= {"received_at": self.at.isoformat(), "signed": signed}
        allowed = self.may("issue_receipt") and signed and not self.receipt
        self.receipt |= self.step("issue_receipt", data, allowed=allowed)

    @rule(officer=st.sampled_from(OFFICERS))
    def it_is_reviewed(self, officer: str) -> None:
        allowed = self.may("review") and self.receipt and self.fit(officer)
        if self.step("review", {"handler": {"officer": officer}}, allowed=allowed):
            self.handler = officer

    @rule(kind=st.sampled_from(CLASSES))
    def it_is_classified(self, kind: str) -> None:
        if self.step("classify", {"complaint_class": kind}, allowed=self.may("classify")):
            self.kind = kind

    @rule(told=st.booleans())
    def it_is_incomplete(self, *, told: bool) -> None:
        data = {"missing": ["request"], "notice": NOTICE if told else None}
        if self.step("declare_incomplete", data, allowed=self.may("declare_incomplete") and told):
            self.since = self.at.date()

    @rule()
    def it_is_completed(self) -> None:
        if self.step("complete", {"request": "Ganti"}, allowed=self.may("complete")):
            self.request = "Ganti"

    @rule()
    def it_lapses(self) -> None:
        over = self.at.date() > working(self.since, 30)
        self.step("lapse", {"notice": NOTICE}, allowed=self.may("lapse") and over)

    @rule(officer=st.sampled_from(OFFICERS), level=st.integers(0, 6), desk=st.booleans())
    def it_is_complete(self, officer: str, level: int, *, desk: bool) -> None:
        idea = self.kind in {"aspiration", "information"}
        allowed = self.may("declare_complete") and bool(self.kind) and self.fit(officer)
        allowed = allowed and (bool(self.request) or idea) and 2 <= level <= 4
        allowed = allowed and not (desk and self.kind == "supervisory")
        data = {"handler": {"officer": officer, "pst_desk": desk}, "level": level}
        if self.step("declare_complete", data, allowed=allowed):
            self.handler, self.level = officer, max(level, self.level)

    @rule()
    def it_goes_its_way(self) -> None:
        """Take the step that an office would take next; chance alone never gets to the end."""
        officer = next(one for one in OFFICERS if self.fit(one) or one == OFFICERS[-1])
        if self.state == "received":
            self.receipt_is_issued(signed=True)
            self.it_is_reviewed(officer)
        elif self.state == "reviewed":
            self.it_is_classified("ordinary")
            self.it_is_complete(officer, 3, desk=False)
        elif self.state == "assigned":
            self.examination_begins(officer)
        elif self.state in {"followed_up", "examined"}:
            self.one_side_is_called("reported", came=True, written=True)
            self.one_side_is_called("reporter", came=True, written=True)
            self.it_is_decided(adverse=True, awarded=True, task=0)
        else:
            self.it_comes_to_its_end()

    def it_comes_to_its_end(self) -> None:
        if self.state == "decided":
            self.it_is_delivered("petikan.pdf")
        elif self.state == "awaiting_completion":
            self.it_is_completed()
        elif self.state == "delivered":
            self.somebody_reacts_or_nobody("object")
        elif self.state == "reopened":
            fresh = [one for one in OFFICERS if self.fit(one) and one not in self.deciders]
            for one in fresh:
                self.it_is_worked_on_anew(one, examined=True)

    # Rarely: a case that is gone has little left to show.
    @precondition(lambda self: len(self.log) % 5 == 0)
    @rule(name=st.sampled_from(["transfer", "refer", "archive", "withdraw"]), good=st.booleans())
    def it_goes_elsewhere(self, name: str, *, good: bool) -> None:
        told: dict[str, dict[str, Any]] = {
            "transfer": {"target": "Dinas" if good else "", "notice": NOTICE},
            "refer": {"referral": "W1" if good else "", "ground": "own_superior", "notice": NOTICE},
            "archive": {"reason": "duplicate", "of": "N0" if good else "", "notice": NOTICE},
            "withdraw": {"voluntary": good},
        }
        if name == "refer":
            good = good and bool(self.accused) and self.kind not in {"aspiration", "information"}
        if self.step(name, told[name], allowed=self.may(name) and good) and name == "refer":
            # What was asked for in the complaint goes with it.
            self.documents.clear()
            self.used &= self.outlasting

    @rule()
    def follow_up_begins(self) -> None:
        allowed = self.may("begin_follow_up") and self.kind != "supervisory" and not self.hearings
        self.step("begin_follow_up", {}, allowed=allowed)

    @rule(officer=st.sampled_from(OFFICERS))
    def examination_begins(self, officer: str) -> None:
        allowed = self.may("begin_examination") and self.fit(officer)
        if self.step("begin_examination", {"examiner": {"officer": officer}}, allowed=allowed):
            self.handler = officer

    @rule(
        number=st.integers(1, 4),
        kind=st.sampled_from(["separate_hearing", "documents", "own_data", "protection"]),
    )
    def something_is_asked_for(self, number: int, kind: str) -> None:
        name, separate = f"r{number}", kind == "separate_hearing"
        allowed = self.may("request") and name not in self.used
        if separate:
            allowed = allowed and self.state not in {"followed_up", "decided", "delivered"}
        if kind in {"separate_hearing", "documents"}:
            allowed = allowed and self.state in OPEN
        data = {"id": name, "kind": kind, "ground": "Diancam" if separate else ""}
        if self.step("request", data, allowed=allowed):
            self.used.add(name)
            kept = {"separate_hearing": self.hearings, "documents": self.documents}
            kept.get(kind, self.asked).add(name)
            self.outlasting |= {name} if kind in {"own_data", "protection"} else set()

    @rule(number=st.integers(1, 4))
    def documents_are_handed_over(self, number: int) -> None:
        name = f"r{number}"
        allowed = self.may("hand_over") and name in self.documents | self.asked
        if self.step("hand_over", {"request": name, "documents": ["d.pdf"]}, allowed=allowed):
            self.documents.discard(name)
            self.asked.discard(name)

    @rule(number=st.integers(1, 4))
    def the_reporter_is_heard_apart(self, number: int) -> None:
        name = f"r{number}"
        allowed = self.may("hear_separately") and name in self.hearings
        if self.step("hear_separately", {"request": name}, allowed=allowed):
            self.hearings.discard(name)
            self.apart = True

    @rule(
        party=st.sampled_from(["reported", "reporter"]), came=st.booleans(), written=st.booleans()
    )
    def one_side_is_called(self, party: str, *, came: bool, written: bool) -> None:
        data = {"party": party, "record": f"BAP-{party}" if written else ""}
        data["declined"] = "" if came else "Tidak datang"
        owed = came and self.state == "examined" and party == "reported"
        if self.step("hear", data, allowed=self.may("hear") and (written or not owed)):
            if came:
                self.heard.add(party)
            else:
                self.called.add((party, self.at.date()))

    def times(self, party: str) -> int:
        return sum(one == party for one, _ in self.called)

    @rule(report=st.sampled_from(["", "laporan-2026", "kabar-n1"]))
    def society_is_told(self, report: str) -> None:
        good = report == "laporan-2026"
        self.step("announce", {"report": report}, allowed=self.may("announce") and good)

    @rule(adverse=st.booleans(), awarded=st.booleans(), task=st.integers(0, 3))
    def it_is_decided(self, *, adverse: bool, awarded: bool, task: int) -> None:
        tasks: set[str] = {f"t{task}"} if task else set()
        data: dict[str, Any] = {"outcome": "proven" if adverse else "not_proven", "reasons": "x"}
        data["actions"] = [{"id": one, "text": "Loket"} for one in tasks]
        if awarded:
            data["award"] = {"amount": 0, "reason": "Tidak terbukti"}
        allowed = self.may("decide") and bool(self.handler) and not self.documents
        allowed = allowed and not self.hearings and not (tasks & self.all_tasks)
        allowed = allowed and (awarded or not self.damages)
        heard = "reported" in self.heard or self.times("reported") > 1
        allowed = allowed and (heard or not (adverse and self.accused))
        if self.state == "examined" and "reported" in self.heard:
            allowed = allowed and (
                self.apart or "reporter" in self.heard or self.times("reporter") > 0
            )
        if self.step("decide", data, allowed=allowed, by=self.handler):
            self.tasks |= tasks
            self.all_tasks |= tasks
            self.deciders.add(self.handler)

    @rule(task=st.integers(1, 3))
    def an_action_is_done(self, task: int) -> None:
        name = f"t{task}"
        allowed = self.may("carry_out") and name in self.tasks
        if self.step("carry_out", {"action": name}, allowed=allowed):
            self.tasks.discard(name)

    @rule(copy=st.sampled_from(["", "petikan.pdf", "petikan.pdf"]))
    def it_is_delivered(self, copy: str) -> None:
        if self.step("deliver", {"copy": copy}, allowed=self.may("deliver") and bool(copy)):
            self.since = self.at.date()

    @rule(name=st.sampled_from(["accept", "object", "close_unanswered"]))
    def somebody_reacts_or_nobody(self, name: str) -> None:
        over = self.at.date() > working(self.since, 10)
        allowed = self.may(name)
        if name != "object":
            allowed = allowed and not self.tasks
            allowed = allowed and not (self.documents | self.hearings | self.asked)
        if name != "accept":
            allowed = allowed and over == (name == "close_unanswered")
        if self.step(name, {}, allowed=allowed) and name == "object":
            self.objected_to = set(self.deciders)

    @rule(officer=st.sampled_from(OFFICERS), examined=st.booleans())
    def it_is_worked_on_anew(self, officer: str, *, examined: bool) -> None:
        allowed = self.may("rework") and self.fit(officer)
        allowed = allowed and officer not in self.objected_to
        allowed = allowed and (examined or (self.kind != "supervisory" and not self.hearings))
        data = {"handler": {"officer": officer}, "examination": examined}
        if self.step("rework", data, allowed=allowed):
            self.state = "examined" if examined else "followed_up"
            self.handler = officer

    @rule(level=st.integers(0, 7))
    def it_goes_up(self, level: int) -> None:
        allowed = self.may("escalate") and max(self.level, 0) < level <= 5
        if self.step("escalate", {"level": level, "cause": "late"}, allowed=allowed):
            self.level = level

    @precondition(lambda self: len(self.log) % 3 == 0)
    @rule(officer=st.sampled_from(OFFICERS), stands=st.sampled_from([None, True, False]))
    def a_conflict_is_reported(self, officer: str, *, stands: bool | None) -> None:
        data = {"officer": officer, "stands": stands}
        if self.step("report_conflict", data, allowed=self.may("report_conflict")):
            self.conflicts = self.conflicts - {officer} | (
                {officer} if stands is not False else set()
            )
            self.handler = (
                "" if officer in self.conflicts and self.handler == officer else self.handler
            )

    @rule(officer=st.sampled_from(OFFICERS))
    def nobody_in_it_takes_it_up(self, officer: str) -> None:
        if self.may("escalate") and not self.fit(officer):
            self.step("escalate", {"level": 5, "cause": "late"}, allowed=False, by=officer)

    @rule(officer=st.sampled_from(OFFICERS))
    def it_is_reassigned(self, officer: str) -> None:
        allowed = self.may("reassign") and self.fit(officer) and officer not in self.objected_to
        if self.step("reassign", {"handler": {"officer": officer}}, allowed=allowed):
            self.handler = officer

    @precondition(lambda self: len(self.log) % 3 == 1)
    @rule()
    def another_road_is_taken(self) -> None:
        self.step("open_track", {"track": "dprd"}, allowed=True)
