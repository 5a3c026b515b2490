"""What a complaint can be and what can happen to it, with the Indonesian terms beside the keys."""

from __future__ import annotations

from typing import Final, Self

from pst_standards.model.base import Choice


class State(Choice):
    """Where a complaint stands; in the last five the complaint is over.

    >>> State.CLOSED.is_terminal, State.DELIVERED.is_terminal
    (True, False)
    """

    RECEIVED = "received", "Diterima", "Received"
    REVIEWED = "reviewed", "Ditelaah", "Reviewed"
    AWAITING_COMPLETION = "awaiting_completion", "Menunggu kelengkapan", "Awaiting completion"
    ASSIGNED = "assigned", "Didisposisi", "Assigned"
    FOLLOWED_UP = "followed_up", "Ditindaklanjuti", "Being followed up"
    EXAMINED = "examined", "Diperiksa", "Being examined"
    DECIDED = "decided", "Diputus", "Decided"
    DELIVERED = "delivered", "Disampaikan", "Delivered"
    REOPENED = "reopened", "Dibuka kembali", "Reopened"
    CLOSED = "closed", "Selesai", "Closed"
    TRANSFERRED = "transferred", "Dialihkan", "Transferred"
    ARCHIVED = "archived", "Diarsipkan", "Archived"
    WITHDRAWN = "withdrawn", "Dicabut", "Withdrawn"
    DEEMED_WITHDRAWN = "deemed_withdrawn", "Dianggap dicabut", "Deemed withdrawn"

    @property
    def is_terminal(self) -> bool:
        """Whether the complaint is over."""
        return self in TERMINAL


TERMINAL: Final = frozenset(
    {
        State.CLOSED,
        State.TRANSFERRED,
        State.ARCHIVED,
        State.WITHDRAWN,
        State.DEEMED_WITHDRAWN,
    }
)
"""States that no step leaves: what happens then is another road, or what outlasts the case."""
OPEN: Final = frozenset(State) - TERMINAL
"""States in which the office still owes something."""


class Step(Choice):
    """What happens to a complaint: 24 transitions, and nine entries that leave its state.

    >>> Step.DECIDE.number, Step.HEAR.number
    ('T16', 'C02')
    """

    number: str

    def __new__(cls, value: str, number: str = "", id: str = "", en: str = "") -> Self:  # noqa: A002, D102 - language code; private
        member = object.__new__(cls)
        member._value_ = value
        member.number = number
        member.id = id
        member.en = en
        return member

    FILE = "file", "T01", "Ajukan", "File"
    ISSUE_RECEIPT = "issue_receipt", "T02", "Terbitkan tanda terima", "Issue the receipt"
    REVIEW = "review", "T03", "Telaah", "Review"
    CLASSIFY = "classify", "T04", "Klasifikasikan", "Classify"
    DECLARE_INCOMPLETE = (
        "declare_incomplete",
        "T05",
        "Nyatakan tidak lengkap",
        "Declare incomplete",
    )
    COMPLETE = "complete", "T06", "Lengkapi", "Complete"
    LAPSE = "lapse", "T07", "Kedaluwarsa kelengkapan", "Let lapse"
    DECLARE_COMPLETE = "declare_complete", "T08", "Nyatakan lengkap", "Declare complete"
    TRANSFER = "transfer", "T09", "Alihkan", "Transfer"
    REFER = "refer", "T10", "Arahkan ke WBS", "Refer to whistleblowing"
    ARCHIVE = "archive", "T11", "Arsipkan", "Archive"
    BEGIN_FOLLOW_UP = "begin_follow_up", "T12", "Mulai tindak lanjut", "Begin the follow-up"
    BEGIN_EXAMINATION = "begin_examination", "T13", "Mulai pemeriksaan", "Begin the examination"
    HEAR_SEPARATELY = "hear_separately", "T14", "Dengar terpisah", "Hear separately"
    HAND_OVER = "hand_over", "T15", "Serahkan dokumen", "Hand over documents"
    DECIDE = "decide", "T16", "Putuskan", "Decide"
    DELIVER = "deliver", "T17", "Sampaikan", "Deliver"
    ACCEPT = "accept", "T18", "Tanggapi: puas", "Accept"
    OBJECT = "object", "T19", "Tanggapi: keberatan", "Object"
    CLOSE_UNANSWERED = "close_unanswered", "T20", "Tutup otomatis", "Close unanswered"
    REWORK = "rework", "T21", "Kerjakan ulang", "Rework"
    WITHDRAW = "withdraw", "T22", "Cabut", "Withdraw"
    ESCALATE = "escalate", "T23", "Eskalasi", "Escalate"
    OPEN_TRACK = "open_track", "T24", "Daftar jalur luar", "Record another road"
    REQUEST = "request", "C01", "Ajukan permintaan", "Make a request"
    HEAR = "hear", "C02", "Dengar keterangan", "Hear"
    TAKE_EVIDENCE = "take_evidence", "C03", "Terima bukti", "Take evidence"
    CARRY_OUT = "carry_out", "C04", "Laksanakan tindak lanjut", "Carry out an action"
    PAY_DAMAGES = "pay_damages", "C05", "Bayar ganti rugi", "Pay damages"
    REPORT_CONFLICT = "report_conflict", "C06", "Laporkan benturan", "Report a conflict"
    REASSIGN = "reassign", "C07", "Ganti penangan", "Reassign"
    SET_LIMIT = "set_limit", "C08", "Tetapkan jangka waktu", "Set a limit"
    ANNOUNCE = "announce", "C09", "Kabarkan kepada masyarakat", "Tell society"


class ComplaintClass(Choice):
    """The four classes of SP4N; the class decides the practised limit, never that of the act."""

    SUPERVISORY = "supervisory", "Pengaduan berkadar pengawasan", "Complaint with examination"
    ORDINARY = "ordinary", "Pengaduan tidak berkadar pengawasan", "Complaint without examination"
    ASPIRATION = "aspiration", "Aspirasi", "Suggestion"
    INFORMATION = "information", "Permintaan informasi", "Request for information"

    @property
    def is_complaint(self) -> bool:
        """Whether the four parts that the act asks of a complaint are asked for."""
        return self in {ComplaintClass.SUPERVISORY, ComplaintClass.ORDINARY}


class ComplaintChannelKind(Choice):
    """The tree of channels by which complaints are counted.

    >>> ComplaintChannelKind.SUGGESTION_BOX.parent
    <ComplaintChannelKind.VISIT: 'visit'>
    """

    SP4N_LAPOR = "sp4n_lapor", "SP4N-LAPOR!", "SP4N-LAPOR!"
    SOCIAL_MEDIA = "social_media", "Media sosial", "Social media"
    INSTAGRAM = "instagram", "Instagram", "Instagram"
    FACEBOOK = "facebook", "Facebook", "Facebook"
    YOUTUBE = "youtube", "YouTube", "YouTube"
    WHATSAPP = "whatsapp", "WhatsApp", "WhatsApp"
    VISIT = "visit", "Kunjungan langsung", "Visit"
    COMPLAINT_DESK = "complaint_desk", "Meja pengaduan", "Complaint desk"
    SUGGESTION_BOX = "suggestion_box", "Kotak saran/pengaduan", "Suggestion box"
    WBS = "wbs", "WBS", "Whistleblowing system"
    EMAIL = "email", "Surel", "E-mail"
    WEBSITE = "website", "Laman web", "Website"
    PHONE = "phone", "Telepon", "Telephone"
    LETTER = "letter", "Surat", "Letter"

    @property
    def parent(self) -> ComplaintChannelKind | None:
        """The channel that this one is part of, ``None`` for a branch of its own."""
        return _PARENTS.get(self)

    @property
    def children(self) -> tuple[ComplaintChannelKind, ...]:
        """The channels that are part of this one."""
        return tuple(one for one in ComplaintChannelKind if one.parent is self)


_PARENTS: Final = {
    ComplaintChannelKind.INSTAGRAM: ComplaintChannelKind.SOCIAL_MEDIA,
    ComplaintChannelKind.FACEBOOK: ComplaintChannelKind.SOCIAL_MEDIA,
    ComplaintChannelKind.YOUTUBE: ComplaintChannelKind.SOCIAL_MEDIA,
    ComplaintChannelKind.WHATSAPP: ComplaintChannelKind.SOCIAL_MEDIA,
    ComplaintChannelKind.COMPLAINT_DESK: ComplaintChannelKind.VISIT,
    ComplaintChannelKind.SUGGESTION_BOX: ComplaintChannelKind.VISIT,
}


class IdentityMode(Choice):
    """Who may know the reporter: the office, the keeper of identities alone, or nobody."""

    OPEN = "open", "Terbuka", "Open"
    SECRET = "secret", "Rahasia", "Secret"
    ANONYMOUS = "anonymous", "Anonim", "Anonymous"


class Addressee(Choice):
    """Who is complained of, which decides whom the complaint goes to (Pasal 40(3), 45)."""

    EXECUTOR = "executor", "Pelaksana", "Executor"
    PROVIDER = "provider", "Penyelenggara", "Provider"


class ComplaintPart(Choice):
    """What makes a complaint complete: Pasal 42 ayat (3) huruf a to d, and the mandate."""

    IDENTITY = "identity", "Nama dan alamat lengkap", "Full name and address"
    DESCRIPTION = "description", "Uraian pelayanan dan kerugian", "Description of service and loss"
    REQUEST = "request", "Penyelesaian yang diminta", "Settlement asked for"
    PLACE_AND_TIME = "place_and_time", "Tempat, waktu, dan tanda tangan", "Place, time, signature"
    MANDATE = "mandate", "Surat kuasa", "Mandate"


class ArchiveReason(Choice):
    """Why a complaint is put away; that evidence is missing is no reason by itself."""

    DUPLICATE = "duplicate", "Duplikat", "Duplicate"
    UNCLEAR = "unclear", "Tidak jelas", "Unclear"
    SPAM = "spam", "Spam", "Spam"
    DECIDED = "decided", "Sudah diputus", "Already decided"
    IN_COURT = "in_court", "Dalam proses pengadilan", "Before a court"


class Track(Choice):
    """A road outside the office; none of them ends what the office owes."""

    OMBUDSMAN = "ombudsman", "Ombudsman", "Ombudsman"
    DPR = "dpr", "Dewan Perwakilan Rakyat", "House of Representatives"
    DPRD = "dprd", "Dewan Perwakilan Rakyat Daerah", "Regional house"
    PTUN = "ptun", "Pengadilan tata usaha negara", "Administrative court"
    COURT = "court", "Pengadilan negeri", "District court"
    POLICE = "police", "Aparat penegak hukum", "Law enforcement"
    INFORMATION_COMMISSION = "information_commission", "Komisi Informasi", "Information commission"


class TrackStage(Choice):
    """What happened on another road, as far as it sets or ends a time of the office."""

    OPENED = "opened", "Dibuka", "Opened"
    EXPLANATION_ASKED = "explanation_asked", "Penjelasan diminta", "Explanation asked for"
    REMINDED = "reminded", "Diingatkan", "Reminded"
    EXPLAINED = "explained", "Penjelasan diberikan", "Explained"
    RECOMMENDED = "recommended", "Rekomendasi diterima", "Recommendation received"
    REPORTED = "reported", "Pelaksanaan dilaporkan", "Reported on"
    ENDED = "ended", "Berakhir", "Ended"


class Outcome(Choice):
    """What was found; the only thing about a finding that anybody outside may see."""

    PROVEN = "proven", "Terbukti", "Proven"
    PARTLY_PROVEN = "partly_proven", "Terbukti sebagian", "Partly proven"
    NOT_PROVEN = "not_proven", "Tidak terbukti", "Not proven"
    ANSWERED = "answered", "Dijawab", "Answered"

    @property
    def is_adverse(self) -> bool:
        """Whether it goes against the one who was reported."""
        return self in {Outcome.PROVEN, Outcome.PARTLY_PROVEN}


class Party(Choice):
    """The two sides of an examination."""

    REPORTER = "reporter", "Pelapor", "Reporter"
    REPORTED = "reported", "Terlapor", "Reported person"


class RequestKind(Choice):
    """What a complainant may ask for while the complaint is handled.

    ``own_data`` is access to the own personal data or their correction, ``information`` public
    information by UU 14/2008, ``protection`` what helps against being sued for the complaint.
    """

    DOCUMENTS = "documents", "Dokumen", "Documents"
    SEPARATE_HEARING = "separate_hearing", "Didengar terpisah", "Separate hearing"
    OWN_DATA = "own_data", "Data pribadi sendiri", "Own personal data"
    INFORMATION = "information", "Informasi publik", "Public information"
    PROTECTION = "protection", "Pelindungan dari tuntutan balik", "Protection from being sued"


class NoticeMeans(Choice):
    """How the complainant was told; somebody who left no address cannot be."""

    IN_PERSON = "in_person", "Langsung", "In person"
    LETTER = "letter", "Surat", "Letter"
    EMAIL = "email", "Surel", "E-mail"
    PHONE = "phone", "Telepon", "Telephone"
    MESSAGE = "message", "Pesan", "Message"
    TRACKING_PAGE = "tracking_page", "Halaman pelacakan", "Tracking page"
    UNREACHABLE = "unreachable", "Tidak dapat dihubungi", "Unreachable"


class Escalation(Choice):
    """Why a complaint goes up the ladder."""

    LATE = "late", "Batas waktu terlewati", "Time limit passed"
    ASKED = "asked", "Diminta pelapor", "Asked for by the reporter"
    CONFLICT = "conflict", "Benturan kepentingan", "Conflict of interest"
    REOPENED_AGAIN = "reopened_again", "Dibuka kembali berulang", "Reopened again"


class ReferralGround(Choice):
    """Why a report belongs to the whistleblowing system and not to the desk."""

    SUPERVISORY = "supervisory", "Berkadar pengawasan", "Needs an examination"
    OWN_SUPERIOR = "own_superior", "Terlapor atasan sendiri", "The reported is the own superior"


class Need(Choice):
    """What somebody needs in order to be served; a need, never a diagnosis."""

    SIGN_LANGUAGE = "sign_language", "Juru bahasa isyarat", "Sign language interpreter"
    COMPANION = "companion", "Pendamping", "Companion"
    LARGE_PRINT = "large_print", "Huruf besar atau braille", "Large print or braille"
    WHEELCHAIR = "wheelchair", "Kursi roda", "Wheelchair"
    HOME_VISIT = "home_visit", "Dilayani di rumah atau daring", "Served at home or on line"
    INTERPRETER = "interpreter", "Penerjemah", "Interpreter"
