"""What a request for public information (UU 14/2008) can be, and what can happen to it."""

from __future__ import annotations

from pst_standards.model.base import Choice


class InformationState(Choice):
    """Where a request stands."""

    SUBMITTED = "submitted", "Diajukan", "Submitted"
    REGISTERED = "registered", "Terdaftar", "Registered"
    EXTENDED = "extended", "Diperpanjang", "Extended"
    GRANTED = "granted", "Dikabulkan", "Granted"
    PARTLY_GRANTED = "partly_granted", "Dikabulkan sebagian", "Partly granted"
    REFUSED = "refused", "Ditolak", "Refused"
    REFERRED = "referred", "Dirujuk", "Referred"
    HANDED_OVER = "handed_over", "Diserahkan", "Handed over"
    CLOSED = "closed", "Selesai", "Closed"
    OBJECTED = "objected", "Keberatan", "Objected"
    ANSWERED = "answered", "Keberatan ditanggapi", "Objection answered"
    DISPUTED = "disputed", "Sengketa informasi", "Disputed"
    RULED = "ruled", "Diputus Komisi Informasi", "Ruled"
    SUED = "sued", "Gugatan", "Before a court"
    APPEALED = "appealed", "Kasasi", "In cassation"


class InformationStep(Choice):
    """What happens to a request."""

    SUBMIT = "submit", "Ajukan", "Submit"
    REGISTER = "register", "Daftarkan", "Register"
    EXTEND = "extend", "Perpanjang", "Extend"
    GRANT = "grant", "Kabulkan", "Grant"
    GRANT_PARTLY = "grant_partly", "Kabulkan sebagian", "Grant partly"
    REFUSE = "refuse", "Tolak", "Refuse"
    REFER = "refer", "Rujuk", "Refer"
    HAND_OVER = "hand_over", "Serahkan", "Hand over"
    CLOSE = "close", "Selesaikan", "Close"
    OBJECT = "object", "Ajukan keberatan", "Object"
    ANSWER = "answer", "Tanggapi keberatan", "Answer the objection"
    DISPUTE = "dispute", "Ajukan sengketa", "Dispute"
    RULE = "rule", "Putusan Komisi Informasi", "Ruling"
    SUE = "sue", "Ajukan gugatan", "Sue"
    APPEAL = "appeal", "Ajukan kasasi", "Appeal"


class ObjectionGround(Choice):
    """The seven grounds of an objection (UU 14/2008 Pasal 35 ayat (1) huruf a to g)."""

    EXCLUDED = "a", "Ditolak dengan alasan pengecualian", "Refused as excluded"
    NOT_PUBLISHED = "b", "Informasi berkala tidak disediakan", "Periodic information missing"
    NO_ANSWER = "c", "Permintaan tidak ditanggapi", "Not answered"
    NOT_AS_ASKED = "d", "Ditanggapi tidak sebagaimana diminta", "Not answered as asked"
    NOT_FULFILLED = "e", "Permintaan tidak dipenuhi", "Not fulfilled"
    FEE = "f", "Biaya tidak wajar", "Unreasonable fee"
    TOO_LATE = "g", "Melebihi jangka waktu", "Too late"

    @property
    def may_be_mediated(self) -> bool:
        """Whether it can be settled by agreement (Pasal 35 ayat (2), 40 ayat (2)).

        >>> ObjectionGround.EXCLUDED.may_be_mediated
        False
        """
        return self is not ObjectionGround.EXCLUDED
