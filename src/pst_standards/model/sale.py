"""A sale of statistics: what one buyer asked for, and what was charged for it.

A record of its own, not a part of a definition: prices follow the tariff that held on the day of
the sale (PP 7/2015, then PP 13/2024).
"""

import datetime as dt

from pst_standards.model.base import Choice, Count, Ident, Node, Rupiah, Text, frozen, term, terms


class SaleFormat(Choice):
    """The notation that a record of a sale is written in."""

    V1 = "pst-sale/1", "Penjualan versi 1", "Sale version 1"


class SaleKind(Choice):
    """What is sold, by the annex of the tariff that has its price."""

    PUBLICATION = "publication", "Publikasi", "Publication"
    MICRODATA = "microdata", "Data mikro tanpa proses data", "Microdata without processing"
    TABULATION = "tabulation", "Tabulasi data mikro", "Tabulation of microdata"
    MAP = "map", "Peta digital wilayah kerja statistik", "Digital map of statistical areas"
    WEBSITE_PUBLICATION = (
        "website_publication",
        "Publikasi pada situs web",
        "Publication on the website",
    )
    SERVICE = "service", "Jasa menurut lampiran tarif", "Service of the annex of the tariff"


class PublicationForm(Choice):
    """How a publication is handed over; both forms have one list of prices each."""

    PRINT = "print", "Cetakan", "Print"
    ELECTRONIC = "electronic", "PDF pada media", "PDF on a medium"


class TabulationReading(Choice):
    """How the annex on tabulation is read: it does not say that a rate is for what is beyond."""

    MARGINAL = "marginal", "Tarif berjenjang per bagian", "Each part at its own rate"
    SLAB = "slab", "Satu tarif untuk seluruh masukan", "One rate for the whole input"


class BuyerKind(Choice):
    """Who buys; the first five may be charged nothing (PP 7/2015 Pasal 8 ayat (3))."""

    GOVERNMENT = (
        "government",
        "Instansi pemerintah pusat atau daerah",
        "Central or regional government body",
    )
    EDUCATION = "education", "Institusi pendidikan dalam negeri", "Domestic educational institution"
    STATE_BODY = "state_body", "Lembaga negara", "State body"
    FOREIGN_MISSION = "foreign_mission", "Perwakilan negara asing", "Foreign representation"
    INTERNATIONAL = "international", "Lembaga internasional", "International organisation"
    INDIVIDUAL = "individual", "Perorangan", "Individual"
    COMPANY = "company", "Perusahaan", "Company"
    OTHER = "other", "Pihak lain", "Other party"


class PaymentPath(Choice):
    """How the money of a sale comes in."""

    BILLING_CODE = "billing_code", "Kode billing Simponi", "Billing code of Simponi"
    TRANSFER_ABROAD = "transfer_abroad", "Transfer dari luar negeri", "Transfer from abroad"
    TREASURER = "treasurer", "Bendahara penerimaan", "Revenue treasurer"


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class SaleLine(Node):
    """One thing that is sold; ``amount`` is what was charged for all copies of it together.

    The size is given in bytes or in whole megabytes (1 MB is 1,000,000 bytes, as the elucidation
    of PP 7/2015 Pasal 4 reckons), for a tabulation that of its input.
    """

    id: Ident | None = term("Pengenal", "Id")
    kind: SaleKind | None = term("Jenis yang dijual", "Kind of what is sold", example="publication")
    title: Text | None = term("Judul", "Title", example="Kabupaten Contoh Dalam Angka")
    form: PublicationForm | None = term("Bentuk publikasi", "Form of publication")
    pages: Count | None = term("Jumlah halaman", "Pages", example=66)
    bytes: Count | None = term("Ukuran (byte)", "Size in bytes")
    megabytes: Count | None = term("Ukuran (MB)", "Size in megabytes", example=1520)
    map: Ident | None = term("Peta", "Map", example="regency-by-village")
    item: Ident | None = term("Jasa", "Service", example="college-graduation")
    reading: TabulationReading | None = term("Cara membaca lampiran", "Reading of the annex")
    quantity: Count | None = term("Banyaknya", "Quantity", example=1)
    amount: Rupiah | None = term("Yang ditagih (rupiah)", "Charged (rupiah)", example=20000)


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Buyer(Node):
    """Who buys, and from where."""

    name: Text | None = term("Nama pembeli", "Name of the buyer", example="Instansi Contoh")
    kind: BuyerKind | None = term("Jenis pembeli", "Kind of buyer")
    abroad: bool | None = term("Di luar negeri", "Abroad")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class ZeroRupiahRequest(Node):
    """A request to be charged nothing, with what the buyer showed for it."""

    commercial: bool | None = term("Untuk tujuan komersial", "For a commercial purpose")
    first_time: bool | None = term("Permintaan pertama", "First time")
    letter: bool | None = term("Surat permohonan ada", "Letter of request")
    official_mail: bool | None = term("Dari surel atau akun resmi", "From an official account")
    agreement: bool | None = term("SPPD ditandatangani", "Agreement signed")
    abstract: bool | None = term("Abstraksi ada", "Abstract")
    granted: bool | None = term("Dikabulkan", "Granted")


@frozen(kw_only=True, eq=False, repr=False, slots=False)
class Sale(Node):
    """One sale, or a request for one; ``date`` is the day whose tariff counts.

    ``instrument`` is the tariff that the bill names. Shipping and bank fee are not part of the
    tariff (PP 7/2015 Pasal 3) and stand apart.
    """

    format: SaleFormat | None = term("Format", "Format", example="pst-sale/1")
    id: Ident | None = term("Pengenal", "Id")
    date: dt.date | None = term("Tanggal transaksi", "Day of the sale", example="2020-01-02")
    requested_on: dt.date | None = term("Tanggal permohonan", "Day of the request")
    instrument: str | None = term("Dasar tarif", "Tariff instrument", example="PP 7/2015")
    buyer: Buyer | None = term("Pembeli", "Buyer")
    purpose: Text | None = term("Keperluan", "Purpose")
    lines: tuple[SaleLine, ...] = terms("Yang dijual", "What is sold")
    shipping: Rupiah | None = term("Biaya pengiriman (rupiah)", "Shipping (rupiah)")
    bank_fee: Rupiah | None = term("Jasa perbankan (rupiah)", "Bank fee (rupiah)")
    payment: PaymentPath | None = term("Cara membayar", "Payment path")
    zero_rupiah: ZeroRupiahRequest | None = term(
        "Permohonan tarif nol rupiah", "Request for the zero-rupiah tariff"
    )
