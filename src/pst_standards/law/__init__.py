"""Regulations, citations of them, and which text held when; data with source and confidence."""

from pst_standards.law.citation import Citation, CitationError
from pst_standards.law.dates import PartialDate
from pst_standards.law.key import RegulationKey
from pst_standards.law.kinds import RegulationKind
from pst_standards.law.provision import Provision
from pst_standards.law.register import Register, default_register, load_register
from pst_standards.law.register_file import RegisterError
from pst_standards.law.regulation import PossibleSuccessor, Regulation
from pst_standards.law.running_text import FoundCitation, find_citations
from pst_standards.law.structure import exists

__all__ = [
    "Citation",
    "CitationError",
    "FoundCitation",
    "PartialDate",
    "PossibleSuccessor",
    "Provision",
    "Register",
    "RegisterError",
    "Regulation",
    "RegulationKey",
    "RegulationKind",
    "default_register",
    "exists",
    "find_citations",
    "load_register",
]
