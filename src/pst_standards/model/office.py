"""The office: who serves, where, when (UU 25/2009 Pasal 23 ayat (4) huruf a)."""

import datetime as dt

from pst_standards.model.base import Choice, Ident, Node, OfficeCode, Text, frozen, term, terms
from pst_standards.model.channel import Address, Decree, Official


class OfficeKind(Choice):
    """Level of an office of BPS."""

    CENTRE = "centre", "Pusat", "Centre"
    PROVINCE = "province", "Provinsi", "Province"
    REGENCY = "regency", "Kabupaten", "Regency"
    CITY = "city", "Kota", "City"


class SignatureForm(Choice):
    """How the head of an office signs: by hand, or with a certificate of the national body."""

    WET = "wet", "Basah", "By hand"
    ELECTRONIC = "electronic", "Elektronik", "Electronic"


class Weekday(Choice):
    """A day of the week."""

    MONDAY = "monday", "Senin", "Monday"
    TUESDAY = "tuesday", "Selasa", "Tuesday"
    WEDNESDAY = "wednesday", "Rabu", "Wednesday"
    THURSDAY = "thursday", "Kamis", "Thursday"
    FRIDAY = "friday", "Jumat", "Friday"
    SATURDAY = "saturday", "Sabtu", "Saturday"
    SUNDAY = "sunday", "Minggu", "Sunday"


class DayChangeKind(Choice):
    """What an office does on a day that it sets for itself."""

    OPENED = "opened", "Buka", "Open"
    CLOSED = "closed", "Tutup", "Closed"


class IntegrationForm(Choice):
    """Form of an integrated service (PP 96/2012 Pasal 14 to 17)."""

    ONE_DOOR = "one_door", "Satu pintu", "One door"
    ONE_ROOF = "one_roof", "Satu atap", "One roof"
    VIRTUAL = "virtual", "Virtual", "Virtual"


class ServiceFunction(Choice):
    """One of the six functions that a service organisation has (UU 25/2009 Pasal 8 ayat (2))."""

    SERVICE = "service", "Pelaksanaan pelayanan", "Giving the service"
    COMPLAINTS = "complaints", "Pengelolaan pengaduan masyarakat", "Managing complaints"
    INFORMATION = "information", "Pengelolaan informasi", "Managing information"
    SUPERVISION = "supervision", "Pengawasan internal", "Internal supervision"
    EDUCATION = "education", "Penyuluhan kepada masyarakat", "Public education"
    CONSULTATION = "consultation", "Pelayanan konsultasi", "Consultation"


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class OpeningHours(Node):
    """When the service is open on some days of the week, in local time."""

    id: Ident = term("Pengenal", "Id", required=True, example="senin-kamis")
    days: tuple[Weekday, ...] = terms("Hari", "Days", example=["monday", "tuesday"])
    opens: dt.time | None = term("Buka", "Opens", example="08:00")
    closes: dt.time | None = term("Tutup", "Closes", example="15:30")
    break_start: dt.time | None = term("Istirahat mulai", "Break from", example="12:00")
    break_end: dt.time | None = term("Istirahat selesai", "Break to", example="13:00")
    valid_from: dt.date | None = term(
        "Berlaku dari",
        "Valid from",
        help=(
            "Untuk jam yang hanya berlaku sementara, misalnya selama Ramadan.",
            "For hours that hold for some time only, such as those of Ramadan.",
        ),
        example="2027-02-08",
    )
    valid_until: dt.date | None = term("Berlaku sampai", "Valid until", example="2027-03-09")
    note: Text | None = term("Catatan", "Note")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class DayChange(Node):
    """A day on which the office is open or closed unlike others (Perpres 21/2023 Pasal 7)."""

    date: dt.date | None = term("Tanggal", "Date", example="2026-10-05")
    kind: DayChangeKind | None = term("Buka atau tutup", "Open or closed", example="closed")
    name: Text | None = term("Keperluan", "Occasion", example="Pindah gedung")
    decree: Decree | None = term("Keputusan penetapan", "Decree", cite="Perpres 21/2023 Pasal 7")
    estimated: bool | None = term(
        "Masih perkiraan",
        "Still an estimate",
        help=(
            "true bila tanggalnya belum ditetapkan dan masih dapat bergeser.",
            "true while the date is not set and may still move.",
        ),
    )


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class DecreedDay(Node):
    """A day off of the whole country, as the joint decree of a year lists it."""

    date: dt.date | None = term("Tanggal", "Date", example="2028-01-01")
    name: Text | None = term("Nama hari", "Name of the day", example="Tahun Baru")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class DecreedYear(Node):
    """The days off of a year, for a decree that came out after the data of the library."""

    year: int | None = term("Tahun", "Year", example=2028)
    decree: Decree | None = term(
        "Keputusan bersama tiga menteri", "Joint decree of three ministers"
    )
    national_holidays: tuple[DecreedDay, ...] = terms("Hari libur nasional", "National holidays")
    collective_leave: tuple[DecreedDay, ...] = terms("Cuti bersama", "Collective leave")
    estimated: bool | None = term(
        "Masih perkiraan",
        "Still an estimate",
        help=(
            "true selama keputusannya belum terbit; batas yang melewati tahun itu sementara.",
            "true while the decree is not there; limits that pass that year are provisional.",
        ),
    )


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class OfficeCalendar(Node):
    """What the office itself sets about its working days; all other days are those of the year."""

    as_of: dt.date | None = term(
        "Data per tanggal",
        "Data as of",
        help=(
            "Hari kalender ini terakhir dicocokkan dengan keputusan tentang hari libur.",
            "The day on which this calendar was last held against the decrees on days off.",
        ),
        example="2026-11-20",
    )
    collective_leave_worked: bool | None = term(
        "Melayani pada cuti bersama", "Open on collective leave"
    )
    changes: tuple[DayChange, ...] = terms("Hari buka dan tutup khusus", "Own days open and closed")
    years: tuple[DecreedYear, ...] = terms(
        "Tahun yang ditambahkan",
        "Years added",
        help=(
            "Hari libur nasional dan cuti bersama tahun yang belum ada dalam data.",
            "National holidays and collective leave of a year that is not in the data.",
        ),
    )


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class IntegratedService(Node):
    """How the services are joined (PP 96/2012 Pasal 11 to 21)."""

    name: Text | None = term("Nama pelayanan terpadu", "Name of the integrated service")
    form: IntegrationForm | None = term("Bentuk", "Form", cite="PP 96/2012 Pasal 14")
    unit: Text | None = term("Unit kerja", "Unit")
    central_unit: Text | None = term("Unit kerja di pusat", "Unit at the centre")
    aims: tuple[Text, ...] = terms("Tujuan", "Aims", cite="PP 96/2012 Pasal 12")
    delegation: Decree | None = term(
        "Keputusan pelimpahan wewenang", "Delegation decision", cite="PP 96/2012 Pasal 16 ayat (2)"
    )
    reporting: Text | None = term(
        "Koordinasi dan laporan kepada pemberi wewenang",
        "Coordination with and reports to the delegating unit",
        cite="PP 96/2012 Pasal 20 ayat (2)",
    )


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Award(Node):
    """An award that the office received."""

    id: Ident = term("Pengenal", "Id", required=True)
    title: Text | None = term("Nama penghargaan", "Title")
    giver: Text | None = term("Pemberi", "Giver")
    year: int | None = term("Tahun", "Year")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Outsourcing(Node):
    """Work for the service that another party does by contract (UU 25/2009 Pasal 13)."""

    id: Ident = term("Pengenal", "Id", required=True)
    party: str | None = term("Pihak lain", "Other party", example="PT Contoh Jaya")
    work: Text | None = term("Pekerjaan", "Work", example="Layanan kebersihan")
    services: tuple[Ident, ...] = terms("Layanan", "Services")
    contract: Decree | None = term("Perjanjian kerja sama", "Contract")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Office(Node):
    """The providing office with what a letterhead and a profile need."""

    code: OfficeCode | None = term("Kode kantor", "Office code", example="3322")
    kind: OfficeKind | None = term("Tingkat", "Level", example="regency")
    name: str | None = term(
        "Nama kantor", "Name of the office", example="Badan Pusat Statistik Kabupaten Semarang"
    )
    short_name: str | None = term("Nama singkat", "Short name", example="BPS Kabupaten Semarang")
    address: Address | None = term("Alamat", "Address")
    phone: str | None = term("Telepon", "Telephone")
    fax: str | None = term("Faksimile", "Fax")
    whatsapp: str | None = term("WhatsApp", "WhatsApp")
    email: str | None = term("Surel", "E-mail", example="bps3322@bps.go.id")
    website: str | None = term("Situs web", "Website", example="https://semarangkab.bps.go.id")
    head: Official | None = term("Kepala kantor", "Head of the office")
    signature: SignatureForm | None = term(
        "Bentuk tanda tangan", "Form of signature", example="electronic"
    )
    signature_anchor: str | None = term(
        "Penanda tempat tanda tangan elektronik",
        "Anchor of the electronic signature",
        help=(
            "Teks yang dicari aplikasi tanda tangan elektronik, di tempat tanda tangan dibubuhkan.",
            "The text that the program for electronic signatures looks for, where it signs.",
        ),
        example="${ttd_elektronik}",
    )
    opening_hours: tuple[OpeningHours, ...] = terms("Jam pelayanan", "Opening hours")
    time_zone: str | None = term(
        "Zona waktu",
        "Time zone",
        help=(
            "WIB, WITA, atau WIT; boleh juga Asia/Jakarta, Asia/Makassar, atau Asia/Jayapura.",
            "WIB, WITA or WIT; or Asia/Jakarta, Asia/Makassar or Asia/Jayapura.",
        ),
        example="WIB",
    )
    calendar: OfficeCalendar | None = term("Kalender kantor", "Calendar of the office")
    integrated_service: IntegratedService | None = term("Pelayanan terpadu", "Integrated service")
    motto: Text | None = term("Moto pelayanan", "Motto")
    logo: str | None = term(
        "Berkas logo",
        "Logo file",
        help=("Nama berkas PNG atau JPEG di folder definisi.", "Name of a PNG or JPEG file."),
    )
    awards: tuple[Award, ...] = terms("Penghargaan", "Awards")
    formed_on: dt.date | None = term(
        "Tanggal pembentukan", "Formed on", cite="PP 96/2012 Pasal 50 ayat (2)"
    )
    functions: tuple[ServiceFunction, ...] = terms(
        "Fungsi organisasi", "Functions", cite="UU 25/2009 Pasal 8 ayat (2)"
    )
    structure: Text | None = term(
        "Struktur organisasi", "Structure", cite="penjelasan UU 25/2009 Pasal 23 ayat (4) huruf a"
    )
    budget: Text | None = term(
        "Anggaran pelayanan", "Budget", cite="penjelasan UU 25/2009 Pasal 23 ayat (4) huruf a"
    )
    outsourcing: tuple[Outsourcing, ...] = terms(
        "Kerja sama dengan pihak lain", "Outsourced work", cite="UU 25/2009 Pasal 13 ayat (1)"
    )
