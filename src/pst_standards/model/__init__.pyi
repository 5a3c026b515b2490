# The names of the room for type checkers; the module itself loads them on first use.

from pst_standards.model.base import Choice as Choice
from pst_standards.model.base import ComponentName as ComponentName
from pst_standards.model.base import Confirmation as Confirmation
from pst_standards.model.base import Count as Count
from pst_standards.model.base import Ident as Ident
from pst_standards.model.base import Mark as Mark
from pst_standards.model.base import Node as Node
from pst_standards.model.base import OfficeCode as OfficeCode
from pst_standards.model.base import Percent as Percent
from pst_standards.model.base import Rupiah as Rupiah
from pst_standards.model.base import Text as Text
from pst_standards.model.base import field_names as field_names
from pst_standards.model.base import own_names as own_names
from pst_standards.model.channel import Address as Address
from pst_standards.model.channel import Channel as Channel
from pst_standards.model.channel import Decree as Decree
from pst_standards.model.channel import Duration as Duration
from pst_standards.model.channel import Item as Item
from pst_standards.model.channel import Official as Official
from pst_standards.model.channel import Reference as Reference
from pst_standards.model.channel import TimeUnit as TimeUnit
from pst_standards.model.channel import VulnerableGroup as VulnerableGroup
from pst_standards.model.compensation import ClockBase as ClockBase
from pst_standards.model.compensation import CompensationPolicy as CompensationPolicy
from pst_standards.model.compensation import CompensationRule as CompensationRule
from pst_standards.model.compensation import Exclusion as Exclusion
from pst_standards.model.compensation import Funding as Funding
from pst_standards.model.compensation import Remedy as Remedy
from pst_standards.model.compensation import RemedyKind as RemedyKind
from pst_standards.model.compensation import Tier as Tier
from pst_standards.model.compensation import Trigger as Trigger
from pst_standards.model.compensation import UserSanction as UserSanction
from pst_standards.model.complaint_case import ActionDecided as ActionDecided
from pst_standards.model.complaint_case import AwardMade as AwardMade
from pst_standards.model.complaint_case import ComplaintFormat as ComplaintFormat
from pst_standards.model.complaint_case import ComplaintRecord as ComplaintRecord
from pst_standards.model.complaint_case import EventDetails as EventDetails
from pst_standards.model.complaint_case import HandlerNamed as HandlerNamed
from pst_standards.model.complaint_case import LoggedEvent as LoggedEvent
from pst_standards.model.complaint_case import NoticeGiven as NoticeGiven
from pst_standards.model.complaint_case import Reporter as Reporter
from pst_standards.model.complaint_recap import ComplaintRecap as ComplaintRecap
from pst_standards.model.complaint_recap import RecapCount as RecapCount
from pst_standards.model.complaint_recap import RecapFormat as RecapFormat
from pst_standards.model.complaint_recap import RecapKind as RecapKind
from pst_standards.model.complaint_recap import RecapMonth as RecapMonth
from pst_standards.model.complaint_recap import RecapObstacle as RecapObstacle
from pst_standards.model.complaint_recap import RecapPart as RecapPart
from pst_standards.model.complaint_recap import RecapSignature as RecapSignature
from pst_standards.model.complaint_recap import RecapTimeliness as RecapTimeliness
from pst_standards.model.complaints import ClockStage as ClockStage
from pst_standards.model.complaints import ComplaintChannel as ComplaintChannel
from pst_standards.model.complaints import ComplaintClock as ComplaintClock
from pst_standards.model.complaints import ComplaintMechanism as ComplaintMechanism
from pst_standards.model.complaints import Complaints as Complaints
from pst_standards.model.complaints import FormField as FormField
from pst_standards.model.complaints import FormFieldKind as FormFieldKind
from pst_standards.model.complaints import Medium as Medium
from pst_standards.model.complaints import Right as Right
from pst_standards.model.complaints import RightHolder as RightHolder
from pst_standards.model.complaints import Whistleblowing as Whistleblowing
from pst_standards.model.component import MANUFACTURING as MANUFACTURING
from pst_standards.model.component import SERVICE_DELIVERY as SERVICE_DELIVERY
from pst_standards.model.component import Component as Component
from pst_standards.model.component import Group as Group
from pst_standards.model.damages import DamagesCase as DamagesCase
from pst_standards.model.damages import DamagesDecision as DamagesDecision
from pst_standards.model.damages import DamagesFormat as DamagesFormat
from pst_standards.model.damages import Loss as Loss
from pst_standards.model.damages import LossKind as LossKind
from pst_standards.model.data_breach import BreachFormat as BreachFormat
from pst_standards.model.data_breach import BreachNotice as BreachNotice
from pst_standards.model.data_breach import BreachRecipient as BreachRecipient
from pst_standards.model.data_breach import DataBreach as DataBreach
from pst_standards.model.definition import FORMAT as FORMAT
from pst_standards.model.definition import Definition as Definition
from pst_standards.model.definition import Format as Format
from pst_standards.model.definition import Language as Language
from pst_standards.model.definition import Stage as Stage
from pst_standards.model.definition import Suppression as Suppression
from pst_standards.model.delivery import Actor as Actor
from pst_standards.model.delivery import Branch as Branch
from pst_standards.model.delivery import ComplaintHandling as ComplaintHandling
from pst_standards.model.delivery import Fee as Fee
from pst_standards.model.delivery import FeeItem as FeeItem
from pst_standards.model.delivery import FeeKind as FeeKind
from pst_standards.model.delivery import Limit as Limit
from pst_standards.model.delivery import Procedure as Procedure
from pst_standards.model.delivery import Product as Product
from pst_standards.model.delivery import ProductItem as ProductItem
from pst_standards.model.delivery import Requirement as Requirement
from pst_standards.model.delivery import RequirementKind as RequirementKind
from pst_standards.model.delivery import Requirements as Requirements
from pst_standards.model.delivery import Step as Step
from pst_standards.model.delivery import TimeLimit as TimeLimit
from pst_standards.model.delivery import TimeScope as TimeScope
from pst_standards.model.facility import Condition as Condition
from pst_standards.model.facility import Facility as Facility
from pst_standards.model.facility import FacilityKind as FacilityKind
from pst_standards.model.facility import Photo as Photo
from pst_standards.model.facility import Repair as Repair
from pst_standards.model.information_case import InformationFormat as InformationFormat
from pst_standards.model.information_case import InformationRecord as InformationRecord
from pst_standards.model.information_case import RequestChannel as RequestChannel
from pst_standards.model.information_case import RequestEvent as RequestEvent
from pst_standards.model.maklumat import Maklumat as Maklumat
from pst_standards.model.maklumat import PledgeElements as PledgeElements
from pst_standards.model.manufacturing import Competence as Competence
from pst_standards.model.manufacturing import CompetenceDimension as CompetenceDimension
from pst_standards.model.manufacturing import CompetenceItem as CompetenceItem
from pst_standards.model.manufacturing import InternalSupervision as InternalSupervision
from pst_standards.model.manufacturing import LegalBasis as LegalBasis
from pst_standards.model.manufacturing import PerformanceEvaluation as PerformanceEvaluation
from pst_standards.model.manufacturing import SafetyGuarantee as SafetyGuarantee
from pst_standards.model.manufacturing import SafetyKind as SafetyKind
from pst_standards.model.manufacturing import SafetyMeasure as SafetyMeasure
from pst_standards.model.manufacturing import ServiceGuarantee as ServiceGuarantee
from pst_standards.model.manufacturing import Staffing as Staffing
from pst_standards.model.manufacturing import StandardFacilities as StandardFacilities
from pst_standards.model.office import Award as Award
from pst_standards.model.office import DayChange as DayChange
from pst_standards.model.office import DayChangeKind as DayChangeKind
from pst_standards.model.office import DecreedDay as DecreedDay
from pst_standards.model.office import DecreedYear as DecreedYear
from pst_standards.model.office import IntegratedService as IntegratedService
from pst_standards.model.office import IntegrationForm as IntegrationForm
from pst_standards.model.office import Office as Office
from pst_standards.model.office import OfficeCalendar as OfficeCalendar
from pst_standards.model.office import OfficeKind as OfficeKind
from pst_standards.model.office import OpeningHours as OpeningHours
from pst_standards.model.office import Outsourcing as Outsourcing
from pst_standards.model.office import ServiceFunction as ServiceFunction
from pst_standards.model.office import Weekday as Weekday
from pst_standards.model.publication import InformationOfficer as InformationOfficer
from pst_standards.model.publication import InformationPart as InformationPart
from pst_standards.model.publication import Publication as Publication
from pst_standards.model.publication import PublicationKind as PublicationKind
from pst_standards.model.publication import PublicationMedium as PublicationMedium
from pst_standards.model.sale import Buyer as Buyer
from pst_standards.model.sale import BuyerKind as BuyerKind
from pst_standards.model.sale import PaymentPath as PaymentPath
from pst_standards.model.sale import PublicationForm as PublicationForm
from pst_standards.model.sale import Sale as Sale
from pst_standards.model.sale import SaleFormat as SaleFormat
from pst_standards.model.sale import SaleKind as SaleKind
from pst_standards.model.sale import SaleLine as SaleLine
from pst_standards.model.sale import TabulationReading as TabulationReading
from pst_standards.model.sale import ZeroRupiahRequest as ZeroRupiahRequest
from pst_standards.model.service import RefusalReason as RefusalReason
from pst_standards.model.service import Service as Service
from pst_standards.model.service import ServiceClass as ServiceClass
from pst_standards.model.service_event import Circumstance as Circumstance
from pst_standards.model.service_event import EventFormat as EventFormat
from pst_standards.model.service_event import ServiceEvent as ServiceEvent
from pst_standards.model.staff import AddedExecutors as AddedExecutors
from pst_standards.model.staff import CodeOfConduct as CodeOfConduct
from pst_standards.model.staff import ConductPoint as ConductPoint
from pst_standards.model.staff import ExecutorProfile as ExecutorProfile
from pst_standards.model.staff import Staff as Staff
from pst_standards.model.staff import StaffGroup as StaffGroup
from pst_standards.model.staff import StaffRole as StaffRole
from pst_standards.model.standard import Ability as Ability
from pst_standards.model.standard import Comment as Comment
from pst_standards.model.standard import Disposition as Disposition
from pst_standards.model.standard import LifeCycle as LifeCycle
from pst_standards.model.standard import Minutes as Minutes
from pst_standards.model.standard import ReviewScope as ReviewScope
from pst_standards.model.standard import ServiceStandard as ServiceStandard
from pst_standards.model.survey import Instrument as Instrument
from pst_standards.model.survey import SurveyPlan as SurveyPlan

__all__ = [
    "FORMAT",
    "MANUFACTURING",
    "SERVICE_DELIVERY",
    "Ability",
    "ActionDecided",
    "Actor",
    "AddedExecutors",
    "Address",
    "Award",
    "AwardMade",
    "Branch",
    "BreachFormat",
    "BreachNotice",
    "BreachRecipient",
    "Buyer",
    "BuyerKind",
    "Channel",
    "Choice",
    "Circumstance",
    "ClockBase",
    "ClockStage",
    "CodeOfConduct",
    "Comment",
    "CompensationPolicy",
    "CompensationRule",
    "Competence",
    "CompetenceDimension",
    "CompetenceItem",
    "ComplaintChannel",
    "ComplaintClock",
    "ComplaintFormat",
    "ComplaintHandling",
    "ComplaintMechanism",
    "ComplaintRecap",
    "ComplaintRecord",
    "Complaints",
    "Component",
    "Condition",
    "ConductPoint",
    "Confirmation",
    "Count",
    "DamagesCase",
    "DamagesDecision",
    "DamagesFormat",
    "DataBreach",
    "DayChange",
    "DayChangeKind",
    "Decree",
    "DecreedDay",
    "DecreedYear",
    "Definition",
    "Disposition",
    "Duration",
    "EventDetails",
    "EventFormat",
    "Exclusion",
    "ExecutorProfile",
    "Facility",
    "FacilityKind",
    "Fee",
    "FeeItem",
    "FeeKind",
    "FormField",
    "FormFieldKind",
    "Format",
    "Funding",
    "Group",
    "HandlerNamed",
    "Ident",
    "InformationFormat",
    "InformationOfficer",
    "InformationPart",
    "InformationRecord",
    "Instrument",
    "IntegratedService",
    "IntegrationForm",
    "InternalSupervision",
    "Item",
    "Language",
    "LegalBasis",
    "LifeCycle",
    "Limit",
    "LoggedEvent",
    "Loss",
    "LossKind",
    "Maklumat",
    "Mark",
    "Medium",
    "Minutes",
    "Node",
    "NoticeGiven",
    "Office",
    "OfficeCalendar",
    "OfficeKind",
    "Official",
    "OpeningHours",
    "Outsourcing",
    "PaymentPath",
    "Percent",
    "PerformanceEvaluation",
    "Photo",
    "PledgeElements",
    "Procedure",
    "Product",
    "ProductItem",
    "Publication",
    "PublicationForm",
    "PublicationKind",
    "PublicationMedium",
    "RecapCount",
    "RecapFormat",
    "RecapKind",
    "RecapMonth",
    "RecapObstacle",
    "RecapPart",
    "RecapSignature",
    "RecapTimeliness",
    "Reference",
    "RefusalReason",
    "Remedy",
    "RemedyKind",
    "Repair",
    "Reporter",
    "RequestChannel",
    "RequestEvent",
    "Requirement",
    "RequirementKind",
    "Requirements",
    "ReviewScope",
    "Right",
    "RightHolder",
    "Rupiah",
    "SafetyGuarantee",
    "SafetyKind",
    "SafetyMeasure",
    "Sale",
    "SaleFormat",
    "SaleKind",
    "SaleLine",
    "Service",
    "ServiceClass",
    "ServiceEvent",
    "ServiceFunction",
    "ServiceGuarantee",
    "ServiceStandard",
    "Staff",
    "StaffGroup",
    "StaffRole",
    "Staffing",
    "Stage",
    "StandardFacilities",
    "Step",
    "Suppression",
    "SurveyPlan",
    "TabulationReading",
    "Text",
    "Tier",
    "TimeLimit",
    "TimeScope",
    "TimeUnit",
    "Trigger",
    "UserSanction",
    "VulnerableGroup",
    "Weekday",
    "Whistleblowing",
    "ZeroRupiahRequest",
    "field_names",
    "own_names",
]
