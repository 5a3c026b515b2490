"""Words that several parts share: channel, time unit, vulnerable group, person, decree."""

import datetime as dt

from pst_standards.model.base import Choice, Count, Ident, Node, Text, frozen, term, terms


class Channel(Choice):
    """How a service reaches its user."""

    IN_PERSON = "in_person", "Langsung (tatap muka)", "In person"
    ONLINE = "online", "Tidak langsung (daring)", "Online"


class TimeUnit(Choice):
    """Unit of a time limit; ``day`` is "hari" where the text does not say of which kind."""

    MINUTE = "minute", "menit", "minutes"
    HOUR = "hour", "jam", "hours"
    WORKING_DAY = "working_day", "hari kerja", "working days"
    CALENDAR_DAY = "calendar_day", "hari kalender", "calendar days"
    DAY = "day", "hari", "days"
    MONTH = "month", "bulan", "months"


class VulnerableGroup(Choice):
    """A group that is owed special treatment (UU 25/2009 Pasal 29; PermenPANRB 11/2024)."""

    DISABILITY = "disability", "Penyandang disabilitas", "Persons with disability"
    ELDERLY = "elderly", "Lanjut usia", "Elderly"
    PREGNANT = "pregnant", "Ibu hamil", "Pregnant women"
    BREASTFEEDING = "breastfeeding", "Ibu menyusui", "Breastfeeding mothers"
    CHILDREN = "children", "Anak-anak", "Children"
    DISASTER_VICTIMS = "disaster_victims", "Korban bencana", "Victims of disaster"


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Duration(Node):
    """A span of time: a whole number of units."""

    value: Count | None = term("Nilai", "Value", example=10)
    unit: TimeUnit | None = term("Satuan", "Unit", example="minute")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Address(Node):
    """A postal address."""

    street: str | None = term("Jalan", "Street", example="Jalan Contoh Nomor 1")
    district: str | None = term("Kecamatan", "District")
    city: str | None = term("Kabupaten/kota", "Regency or city")
    province: str | None = term("Provinsi", "Province")
    postal_code: str | None = term("Kode pos", "Postal code", example="50511")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Official(Node):
    """A person who signs or answers for something, by name and position."""

    name: str | None = term("Nama", "Name")
    position: Text | None = term("Jabatan", "Position", example="Kepala")
    id_number: str | None = term("NIP", "Civil servant number")
    rank: str | None = term("Pangkat/golongan", "Rank")
    address: Address | None = term("Alamat", "Address")
    phone: str | None = term("Telepon", "Telephone")
    email: str | None = term("Surel", "E-mail")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Decree(Node):
    """The decision that sets something; number and date may stay blank until adoption."""

    number: str | None = term("Nomor", "Number", example="12 Tahun 2026")
    date: dt.date | None = term("Tanggal", "Date", example="2026-01-05")
    title: Text | None = term("Tentang", "About")
    issuer: Text | None = term("Pejabat yang menetapkan", "Issuing office")
    place: str | None = term("Ditetapkan di", "Set at")
    signer: Official | None = term("Penanda tangan", "Signer")
    delegated_by: str | None = term("Dasar pelimpahan wewenang", "Delegation")
    valid_until: dt.date | None = term("Berlaku sampai", "Valid until")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Reference(Node):
    """A regulation that something rests on, cited as "UU 25/2009 Pasal 21"."""

    id: Ident | None = term("Pengenal", "Id")
    citation: str | None = term("Peraturan", "Regulation", example="UU 25/2009 Pasal 21")
    title: Text | None = term("Tentang", "About")
    note: Text | None = term("Catatan", "Note")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Item(Node):
    """One point of a list that needs no more than its text."""

    id: Ident | None = term("Pengenal", "Id")
    text: Text | None = term("Uraian", "Text")
    channels: tuple[Channel, ...] = terms("Kanal", "Channels")
