"""Steps that bring a complaint to each state."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pst_standards.complaints import Case, Event

Live = Callable[..., Case]
Make = Callable[..., Event]
ASSIGNED = ("issue_receipt", "review", "classify", "declare_complete")
FOLLOWED = (*ASSIGNED, "begin_follow_up")
SUPERVISORY = ("classify", {"complaint_class": "supervisory"})
EXAMINED = ("issue_receipt", "review", SUPERVISORY, "declare_complete", "begin_examination")
DELIVERED = (*FOLLOWED, "decide", "deliver")
HEARING = ("request", {"id": "h1", "kind": "separate_hearing", "ground": "Diancam"})
REACHED: dict[str, tuple[Any, ...]] = {
    "received": (),
    "reviewed": ("issue_receipt", "review"),
    "awaiting_completion": ("issue_receipt", "review", "declare_incomplete"),
    "assigned": ASSIGNED,
    "followed_up": FOLLOWED,
    "examined": EXAMINED,
    "decided": (*FOLLOWED, "decide"),
    "delivered": DELIVERED,
    "reopened": (*DELIVERED, "object"),
    "closed": (*DELIVERED, "accept"),
    "transferred": ("transfer",),
    "archived": ("issue_receipt", "review", "archive"),
    "withdrawn": ("withdraw",),
}
