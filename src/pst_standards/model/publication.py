"""What the office has published, and the officer for public information (PPID)."""

from datetime import date

from pst_standards.model.base import (
    Choice,
    ComponentName,
    Count,
    Ident,
    Node,
    Text,
    frozen,
    term,
    terms,
)
from pst_standards.model.channel import Address


class PublicationKind(Choice):
    """What kind of document was published."""

    STANDARD = "standard", "Standar pelayanan", "Service standard"
    MAKLUMAT = "maklumat", "Maklumat pelayanan", "Maklumat"
    COMPENSATION = "compensation", "Kompensasi", "Compensation"
    COMPLAINT_PROCEDURE = "complaint_procedure", "Prosedur pengaduan", "Complaint procedure"
    COMPLAINT_REPORT = "complaint_report", "Laporan pengelolaan pengaduan", "Complaint report"
    SURVEY_RESULT = "survey_result", "Hasil survei", "Survey result"
    FACILITIES = "facilities", "Fasilitas", "Facilities"
    TARIFF = "tariff", "Tarif", "Tariff"
    PROFILE = "profile", "Profil", "Profile"
    RIGHTS = "rights", "Hak dan kewajiban masyarakat", "Rights and duties of the public"
    ACCESSIBLE_GUIDE = (
        "accessible_guide",
        "Panduan pelayanan yang mudah diakses",
        "Guide to accessible service",
    )
    PAGE = "page", "Halaman web", "Web page"
    OTHER = "other", "Lainnya", "Other"


class PublicationMedium(Choice):
    """Where it was published."""

    PRINT = "print", "Cetak (nonelektronik)", "Print"
    WEBSITE = "website", "Situs web", "Website"
    SIPPN = "sippn", "SIPPN", "SIPPN"
    SOCIAL_MEDIA = "social_media", "Media sosial", "Social media"
    APPLICATION = "application", "Aplikasi", "Application"
    ELECTRONIC = "electronic", "Elektronik lainnya", "Other electronic"
    BOARD = "board", "Papan informasi", "Board"

    @property
    def electronic(self) -> bool:
        """Whether this medium is an electronic one."""
        return self not in (PublicationMedium.PRINT, PublicationMedium.BOARD)


class InformationPart(Choice):
    """A part of the information system (UU 25/2009 Pasal 23 ayat (4))."""

    PROVIDER_PROFILE = "provider_profile", "Profil penyelenggara", "Profile of the provider"
    EXECUTOR_PROFILE = "executor_profile", "Profil pelaksana", "Profile of the executors"
    STANDARDS = "standards", "Standar pelayanan", "Service standards"
    MAKLUMAT = "maklumat", "Maklumat pelayanan", "Maklumat"
    COMPLAINT_MANAGEMENT = "complaint_management", "Pengelolaan pengaduan", "Complaint management"
    PERFORMANCE = "performance", "Penilaian kinerja", "Performance assessment"


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Publication(Node):
    """One published document, with year and size as the office's page shows them."""

    id: Ident = term("Pengenal", "Id", required=True)
    kind: PublicationKind | None = term("Jenis", "Kind")
    title: Text | None = term("Judul", "Title")
    text: Text | None = term("Isi teks", "Text")
    year: int | None = term("Tahun", "Year", example=2024)
    period: Text | None = term("Periode", "Period", example="Triwulan I 2024")
    size_kb: str | None = term("Ukuran (KB)", "Size (KB)", example="325.35")
    media: tuple[PublicationMedium, ...] = terms("Media", "Media", example=["website"])
    url: str | None = term("Alamat", "Address")
    published_on: date | None = term("Tanggal terbit", "Published on")
    standards: tuple[Ident, ...] = terms("Standar yang dimuat", "Standards shown")
    components: tuple[ComponentName, ...] = terms(
        "Komponen yang dimuat", "Components shown", example=["requirements", "fee"]
    )
    parts: tuple[InformationPart, ...] = terms(
        "Bagian sistem informasi",
        "Parts of the information system",
        cite="UU 25/2009 Pasal 23 ayat (4)",
    )
    pages: Count | None = term("Jumlah halaman", "Pages")
    readable: bool | None = term(
        "Teksnya dapat dibaca mesin",
        "Text can be read by a machine",
        help=(
            "false bila hanya berupa gambar atau hasil pindai.",
            "false when it is only a picture or a scan.",
        ),
    )
    reachable: bool | None = term("Dapat dibuka umum", "Open to the public")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class InformationOfficer(Node):
    """Contact of the officer for information and documentation (PPID, UU 14/2008)."""

    name: Text | None = term("Nama", "Name")
    position: Text | None = term("Jabatan", "Position")
    address: Address | None = term("Alamat", "Address")
    phone: str | None = term("Telepon", "Telephone")
    fax: str | None = term("Faksimile", "Fax")
    email: str | None = term("Surel", "E-mail")
    website: str | None = term("Situs web", "Website")
