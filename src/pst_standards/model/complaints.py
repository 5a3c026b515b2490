"""How the office takes complaints (UU 25/2009 Pasal 36 to 50)."""

from datetime import date

from pst_standards.model.base import Choice, Ident, Node, Rupiah, Text, frozen, term, terms
from pst_standards.model.channel import Decree, Duration, Official


class Medium(Choice):
    """Means by which a complaint reaches the office (elucidation of Pasal 36 ayat (4))."""

    BOX = "box", "Kotak saran/pengaduan", "Box"
    DESK = "desk", "Meja layanan", "Desk"
    LETTER = "letter", "Surat", "Letter"
    PHONE = "phone", "Telepon", "Telephone"
    SMS = "sms", "SMS", "SMS"
    WHATSAPP = "whatsapp", "WhatsApp", "WhatsApp"
    EMAIL = "email", "Surel", "E-mail"
    WEB = "web", "Laman web", "Website"
    LAPOR = "lapor", "SP4N-LAPOR!", "SP4N-LAPOR!"
    SOCIAL_MEDIA = "social_media", "Media sosial", "Social media"


class RightHolder(Choice):
    """Who holds a right in the handling of a complaint."""

    REPORTER = "reporter", "Pelapor", "Reporter"
    REPORTED = "reported", "Terlapor", "Reported person"
    EXAMINER = "examiner", "Pemeriksa", "Examiner"


class ClockStage(Choice):
    """What a time limit of complaint handling measures; the windows are the complainant's."""

    COMPLAIN = "complain", "Batas mengadu", "Window to complain"
    VERIFICATION = "verification", "Verifikasi", "Verification"
    FIRST_ANSWER = "first_answer", "Tanggapan pertama", "First answer"
    COMPLETION = "completion", "Batas melengkapi berkas", "Window to complete the file"
    INFORMATION = "information", "Permintaan informasi", "Request for information"
    ASPIRATION = "aspiration", "Aspirasi", "Suggestion"
    WITHOUT_EXAMINATION = (
        "without_examination",
        "Pengaduan tidak berkadar pengawasan",
        "Settlement without examination",
    )
    WITH_EXAMINATION = (
        "with_examination",
        "Pengaduan berkadar pengawasan",
        "Settlement with examination",
    )
    DECISION = "decision", "Putusan", "Decision"
    DELIVERY = "delivery", "Penyampaian putusan", "Delivery of the decision"
    REACTION = "reaction", "Batas menanggapi putusan", "Window to react before the case is closed"


class FormFieldKind(Choice):
    """What a field of a complaint form asks for."""

    IDENTITY = "identity", "Nama dan alamat", "Name and address"
    CONTACT = "contact", "Kontak", "Contact"
    DESCRIPTION = "description", "Uraian pengaduan", "Description"
    LOSS = "loss", "Kerugian", "Loss"
    REQUEST = "request", "Penyelesaian yang diminta", "Settlement asked for"
    PLACE_AND_TIME = "place_and_time", "Tempat, waktu, tanda tangan", "Place, time, signature"
    SERVICE = "service", "Layanan", "Service"
    DATE = "date", "Tanggal pelayanan", "Date of the service"
    CHANNEL = "channel", "Saluran", "Channel"
    ATTACHMENT = "attachment", "Bukti", "Evidence"
    NEED = "need", "Kebutuhan khusus saat dilayani", "Need during the service"
    NATIONAL_ID = "national_id", "NIK", "National id number"
    BIRTH = "birth", "Tempat dan tanggal lahir", "Birth"
    RELIGION = "religion", "Agama", "Religion"
    MARITAL_STATUS = "marital_status", "Status perkawinan", "Marital status"
    HEALTH = "health", "Kesehatan atau disabilitas", "Health or disability"
    FINANCE = "finance", "Keuangan pribadi", "Personal finance"
    CRIME = "crime", "Catatan kejahatan", "Criminal record"
    CHILD = "child", "Data anak", "Data of a child"
    OTHER = "other", "Lainnya", "Other"


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class FormField(Node):
    """One field of the complaint form; ``purpose`` says why it is asked."""

    id: Ident = term("Pengenal", "Id", required=True)
    kind: FormFieldKind | None = term("Jenis isian", "Kind of field")
    label: Text | None = term("Nama isian", "Label")
    required: bool | None = term("Wajib diisi", "Required")
    purpose: Text | None = term("Tujuan", "Purpose", cite="UU 27/2022 Pasal 27")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class ComplaintChannel(Node):
    """One channel; ``active`` is on unless said otherwise."""

    id: Ident = term("Pengenal", "Id", required=True, example="kotak-saran")
    medium: Medium | None = term("Sarana", "Medium", example="box")
    name: Text | None = term("Nama saluran", "Name")
    value: str | None = term("Alamat/nomor", "Address or number", example="bps3322@bps.go.id")
    active: bool | None = term("Aktif", "Active")
    owner: Text | None = term("Pengelola", "Owner")
    checked_on: date | None = term("Terakhir diperiksa", "Last checked")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class ComplaintMechanism(Node):
    """The ten parts of the mechanism in UU 25/2009 Pasal 37 ayat (3) huruf a to j."""

    identity: Text | None = term(
        "Identitas pengadu", "Identity", cite="UU 25/2009 Pasal 37 ayat (3) huruf a"
    )
    procedure: Text | None = term(
        "Prosedur pengelolaan", "Procedure", cite="UU 25/2009 Pasal 37 ayat (3) huruf b"
    )
    handlers: Text | None = term(
        "Penentuan pelaksana", "Handlers", cite="UU 25/2009 Pasal 37 ayat (3) huruf c"
    )
    priority: Text | None = term(
        "Prioritas penyelesaian", "Priority", cite="UU 25/2009 Pasal 37 ayat (3) huruf d"
    )
    reporting: Text | None = term(
        "Pelaporan kepada atasan",
        "Reporting to the superior",
        cite="UU 25/2009 Pasal 37 ayat (3) huruf e",
    )
    recommendation: Text | None = term(
        "Rekomendasi", "Recommendation", cite="UU 25/2009 Pasal 37 ayat (3) huruf f"
    )
    delivery: Text | None = term(
        "Penyampaian hasil", "Delivery of the result", cite="UU 25/2009 Pasal 37 ayat (3) huruf g"
    )
    monitoring: Text | None = term(
        "Pemantauan dan evaluasi",
        "Monitoring and evaluation",
        cite="UU 25/2009 Pasal 37 ayat (3) huruf h",
    )
    documentation: Text | None = term(
        "Dokumentasi dan statistik",
        "Documentation and statistics",
        cite="UU 25/2009 Pasal 37 ayat (3) huruf i",
    )
    contact: Text | None = term(
        "Nama dan alamat penanggung jawab",
        "Name and address",
        cite="UU 25/2009 Pasal 37 ayat (3) huruf j",
    )


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Right(Node):
    """One right in the handling of complaints, with its holder and where it comes from."""

    id: Ident = term("Pengenal", "Id", required=True)
    holder: RightHolder | None = term("Pemegang hak", "Holder")
    text: Text | None = term("Hak", "Right")
    citation: str | None = term("Dasar", "Basis")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Whistleblowing(Node):
    """Where abuse of authority is reported; the office refers, it does not handle."""

    text: Text | None = term("Uraian", "Text")
    url: str | None = term("Laman", "Address")
    matters: tuple[Text, ...] = terms("Hal yang dapat dilaporkan", "Matters to report")
    conditions: tuple[Text, ...] = terms("Syarat tindak lanjut", "Conditions")
    decree: Decree | None = term("Keputusan tim", "Decree of the team")
    citation: str | None = term("Dasar", "Basis")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class ComplaintClock(Node):
    """One time limit in the handling of complaints."""

    id: Ident = term("Pengenal", "Id", required=True)
    stage: ClockStage | None = term("Yang dihitung", "What it measures")
    text: Text | None = term("Tahap", "Stage")
    within: Duration | None = term("Batas waktu", "Within")
    citation: str | None = term("Dasar", "Basis")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Complaints(Node):
    """The complaint mechanism of the office."""

    text: Text | None = term("Uraian", "Text")
    responsible: Official | None = term(
        "Penanggung jawab pengaduan", "Person responsible", cite="UU 25/2009 Pasal 36 ayat (4)"
    )
    channels: tuple[ComplaintChannel, ...] = terms("Saluran pengaduan", "Channels")
    mechanism: ComplaintMechanism | None = term("Mekanisme pengelolaan", "Mechanism")
    clocks: tuple[ComplaintClock, ...] = terms("Jangka waktu penanganan", "Time limits")
    rights: tuple[Right, ...] = terms("Hak pelapor, terlapor, dan pemeriksa", "Rights")
    whistleblowing: Whistleblowing | None = term("Whistleblowing system", "Whistleblowing")
    decree: Decree | None = term("Keputusan tim pengelola", "Decree of the team")
    reports: tuple[Ident, ...] = terms("Laporan pengelolaan pengaduan", "Reports")
    form: tuple[FormField, ...] = terms(
        "Formulir pengaduan", "Complaint form", cite="UU 25/2009 Pasal 42 ayat (3)"
    )
    fee: Rupiah | None = term(
        "Biaya pengaduan (rupiah)",
        "Fee of a complaint (rupiah)",
        cite="UU 25/2009 Pasal 48 ayat (1)",
        example=0,
    )
    assisted: Text | None = term(
        "Pengaduan lisan, dengan pendamping, atau melalui kuasa",
        "Spoken, assisted or by proxy",
        cite="UU 8/2016 Pasal 19",
    )
    damages_budget: Text | None = term(
        "Anggaran ganti rugi", "Budget for damages", cite="UU 25/2009 Pasal 50 ayat (4)"
    )
    retention: Duration | None = term(
        "Masa simpan identitas", "Retention of identities", cite="UU 27/2022 Pasal 43"
    )
    impact_assessment: Text | None = term(
        "Penilaian dampak pelindungan data",
        "Data protection impact assessment",
        cite="UU 27/2022 Pasal 34",
    )
