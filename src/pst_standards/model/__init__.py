"""What the law names, as frozen values: office, services, standards, pledge, compensation.

Every field is optional, ids apart: a legally incomplete draft can exist as an object, and the
rules say what it lacks. The classes load on first use, as sixty classes cost time to define.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

_HOMES = {
    "base": (
        "Choice ComponentName Confirmation Count Ident Mark Node OfficeCode Percent Rupiah Text "
        "field_names own_names"
    ),
    "channel": "Address Channel Decree Duration Item Official Reference TimeUnit VulnerableGroup",
    "compensation": (
        "ClockBase CompensationPolicy CompensationRule Exclusion Funding Remedy RemedyKind Tier"
        " Trigger UserSanction"
    ),
    "complaint_case": (
        "ActionDecided AwardMade ComplaintFormat ComplaintRecord EventDetails HandlerNamed"
        " LoggedEvent NoticeGiven Reporter"
    ),
    "complaint_recap": (
        "ComplaintRecap RecapCount RecapFormat RecapKind RecapMonth RecapObstacle RecapPart"
        " RecapSignature RecapTimeliness"
    ),
    "complaints": (
        "ClockStage ComplaintChannel ComplaintClock ComplaintMechanism Complaints FormField"
        " FormFieldKind Medium Right RightHolder Whistleblowing"
    ),
    "component": "MANUFACTURING SERVICE_DELIVERY Component Group",
    "data_breach": "BreachFormat BreachNotice BreachRecipient DataBreach",
    "damages": "DamagesCase DamagesDecision DamagesFormat Loss LossKind",
    "definition": "FORMAT Definition Format Language Stage Suppression",
    "delivery": (
        "Actor Branch ComplaintHandling Fee FeeItem FeeKind Limit Procedure Product ProductItem"
        " Requirement RequirementKind Requirements Step TimeLimit TimeScope"
    ),
    "facility": "Condition Facility FacilityKind Photo Repair",
    "information_case": "InformationFormat InformationRecord RequestChannel RequestEvent",
    "maklumat": "Maklumat PledgeElements",
    "manufacturing": (
        "Competence CompetenceDimension CompetenceItem InternalSupervision LegalBasis"
        " PerformanceEvaluation SafetyGuarantee SafetyKind SafetyMeasure ServiceGuarantee"
        " Staffing StandardFacilities"
    ),
    "office": (
        "Award DayChange DayChangeKind DecreedDay DecreedYear IntegratedService IntegrationForm"
        " Office OfficeCalendar OfficeKind OpeningHours Outsourcing ServiceFunction Weekday"
    ),
    "publication": (
        "InformationOfficer InformationPart Publication PublicationKind PublicationMedium"
    ),
    "sale": (
        "Buyer BuyerKind PaymentPath PublicationForm Sale SaleFormat SaleKind SaleLine"
        " TabulationReading ZeroRupiahRequest"
    ),
    "service": "RefusalReason Service ServiceClass",
    "service_event": "Circumstance EventFormat ServiceEvent",
    "staff": "AddedExecutors CodeOfConduct ConductPoint ExecutorProfile Staff StaffGroup StaffRole",
    "standard": "Ability Comment Disposition LifeCycle Minutes ReviewScope ServiceStandard",
    "survey": "Instrument SurveyPlan",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}

__all__ = sorted(_HOME_OF)  # noqa: PLE0605 - one table names home and public names


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
