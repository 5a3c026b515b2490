"""Telling what a text lays on those who were served badly, or on the officer who served them.

A right given up, a fee for a complaint, a sanction, a cost passed on. Each of these ends in a
finding that weighs, so the patterns ask for the whole thought and let a denial, a time limit of
the act and a lawful cost pass.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from pst_standards.rules.detectors.sentences import is_denied, sentences

_DAMAGES: Final = r"(?:ganti (?:rugi|kerugian)|damages)"
_ROADS: Final = (
    rf"(?:mengadu(?:kan)?|pengaduan|aduan|menuntut|tuntutan|menggugat|gugatan|keberatan|{_DAMAGES}"
    r"|complain(?:t|ts)?|claims?|sue|suits?)"
)
_SURRENDER: Final = re.compile(
    r"\b(?:melepas(?:kan)?|mengesampingkan|menggugurkan|menghapus(?:kan)?|menghilangkan"
    r"|meniadakan|kehilangan|waiv(?:e|es|ed|ing)|giv(?:e|es|en|ing) up|forfeits?|loses?)\b"
    rf".{{0,40}}\b(?:hak|rights?)\b.{{0,60}}\b{_ROADS}\b"
    rf"|\bhak\b.{{0,60}}\b{_ROADS}\b.{{0,40}}\b(?:gugur|hapus|hilang)\b"
)
_BARRED: Final = re.compile(
    r"\b(?:tidak|tak) (?:lagi )?(?:dapat|boleh|bisa|berhak|akan|diperkenankan|diperbolehkan)"
    r"(?: lagi)?(?: untuk)? (?:\w+ )?(?:menuntut|menggugat|mengadu(?:kan)?"
    rf"|(?:mengajukan|meminta|menyampaikan|memperoleh)\b.{{0,30}}\b{_ROADS})\b"
    r"|\b(?:may|can|could|shall|will|must)(?: ?not| no longer) (?:\w+ )?(?:complain|sue"
    rf"|(?:claim|demand|seek|ask for|request|file|lodge|make|bring)\b.{{0,30}}\b{_ROADS})\b"
)
_OFFICE: Final = re.compile(
    r"\b(?:petugas|pelaksana|pegawai|pejabat|kantor|penyelenggara|kami|officers?|staff|office|we)\Z"
)
_RELEASED: Final = re.compile(
    r"\b(?:membebaskan|dibebaskan|terbebas|releas(?:e|es|ed)|discharg(?:e|es|ed))\b.{0,40}"
    r"\b(?:dari|from)\b.{0,20}\b(?:tuntutan|gugatan|ganti (?:rugi|kerugian)|claims?|liabilit\w+"
    r"|damages)\b"
)
_CLOSED: Final = re.compile(
    r"\b(?:pengaduan|aduan|keluhan|permasalahan|masalah|perkara|tuntutan|gugatan)\w*\b.{0,40}"
    r"\b(?:dianggap|dinyatakan)\b.{0,20}\b(?:selesai|tuntas|ditutup|dicabut|gugur|berakhir)\b"
    r"|\bcomplaints?\b.{0,40}\b(?:deemed|considered|regarded as)\b.{0,20}"
    r"\b(?:settled|closed|withdrawn|resolved)\b"
)
_COMPENSATION: Final = re.compile(r"kompensasi|compensat")
# The elucidation of Pasal 50 ayat (8) closes a complaint by payment of damages; the complainant
# may close it, too.
_SETTLED: Final = re.compile(
    rf"\b(?:pembayaran|dibayar\w*) {_DAMAGES}|\bpayment of damages|\bpuas\b"
    r"|\b(?:setuju|menyetujui|disetujui|persetujuan)\b|\bsepakat|\bsatisfied|\bagree"
)
# Late, unproven and conditional claims are another matter than one given up for a mug.
_CONDITION: Final = re.compile(
    r"\b(?:apabila|bila|jika|kalau|kecuali|setelah|sesudah|lewat|melewati|melebihi|lebih dari"
    r"|batas waktu|kedaluwarsa|yang sama|if|unless|where|after|beyond|later than|the same)\b"
)


def _waives_rights(words: str) -> bool:
    """Tell whether a text has a user give up complaining or claiming damages.

    >>> waives_rights("Penerima kompensasi tidak dapat menuntut ganti rugi.")
    True
    >>> waives_rights("Kompensasi tidak menghapus hak mengadu dan menuntut ganti rugi.")
    False
    """
    return any(map(_waives, sentences(words)))


def _waives(sentence: str) -> bool:
    of_compensation = _COMPENSATION.search(sentence) is not None
    if not of_compensation and _CONDITION.search(sentence):
        return False
    for pattern in (_SURRENDER, _RELEASED, _BARRED):
        found = pattern.search(sentence)
        if found and not is_denied(sentence, found.start()) and not _of_office(sentence, found):
            return True
    closed = _CLOSED.search(sentence) if of_compensation else None
    if closed is None or _SETTLED.search(sentence):
        return False
    return not is_denied(sentence, closed.start(), closed.end())


def _of_office(sentence: str, found: re.Match[str]) -> bool:
    """Whether it is the office that may not claim or is freed."""
    return _OFFICE.search(sentence[: found.start()].rstrip()) is not None


_CONFLATED: Final = re.compile(
    r"\bkompensasi ?[/(]? ?ganti (?:rugi|kerugian)|\bganti (?:rugi|kerugian) ?[/(] ?kompensasi"
    r"|\bkompensasi (?:adalah|merupakan|yaitu|yakni|ialah|berarti|sebagai|atau disebut(?: juga)?)"
    r" (?:bentuk |suatu |pengganti )?ganti (?:rugi|kerugian)"
    r"|\bganti (?:rugi|kerugian) (?:adalah|merupakan|berupa|berbentuk|dalam bentuk|yaitu|yakni)"
    r" (?:kompensasi|suvenir|souvenir)"
    r"|\bkompensasi (?:menggantikan|sebagai pengganti) (?:hak )?(?:atas )?ganti (?:rugi|kerugian)"
    r"|\bcompensation ?[/(] ?damages\b|\bdamages ?[/(] ?compensation\b"
    r"|\bcompensation (?:means|is|are|replaces|in lieu of) damages\b"
)
_KEPT_APART: Final = re.compile(
    r"\b(?:berbeda|dibedakan|membedakan|bukan|bukanlah|terpisah|differs?|different|separate)\b"
)


def _conflates(words: str) -> bool:
    """Tell whether a text takes compensation and damages for one thing.

    >>> conflates("Kompensasi/ganti rugi berupa suvenir"), conflates("kompensasi dan ganti rugi")
    (True, False)
    """
    return any(
        _CONFLATED.search(sentence) and not _KEPT_APART.search(sentence)
        for sentence in sentences(words)
    )


_COMPLAINANT: Final = (
    r"(?:pengadu|pelapor|pengaduan|aduan|keluhan|klaim|complain(?:t|ts|ant|ants)"
    r"|claim(?:s|ant|ants)?)"
)
_ASKED: Final = re.compile(
    rf"\b{_COMPLAINANT}\b(.{{0,60}}?)"
    r"\b(?:membayar|di(?:kena(?:kan|i)|pungut|bebani) (?:biaya|tarif)|pays?|(?:is|are) charged)\b"
    r"(?! nothing| no )"
)
_PRICED: Final = re.compile(
    r"\bbiaya (?:administrasi |pendaftaran |pemeriksaan |penanganan |pengelolaan |pengajuan )?"
    r"(?:pengaduan|aduan|klaim)\b.{0,20}?\b(?:rp\.? ?[1-9]|ditanggung (?:oleh )?pe(?:ngadu|lapor)"
    r"|dibebankan kepada pe(?:ngadu|lapor))"
    r"|\bfee (?:of|for) (?:a |the |each )?(?:complaint|claim)\b.{0,20}?\b(?:rp|idr)\.? ?[1-9]"
)
_NOT_ASKED: Final = re.compile(
    r"\b(?:tidak|tanpa|bukan|bebas|gratis|tentang|mengenai|terkait|perihal|bahwa|yang|atas"
    r"|terhadap|karena|diminta|dipaksa|not|no|never|free|about|that|who|because)\b"
)
# Copies, stamps and postage are no price of the complaint.
_SIDE_COST: Final = re.compile(
    r"\b(?:fotokopi|foto ?copy|penggandaan|salinan|met[ae]?rai|materai|pengiriman|pos|copy|copies"
    r"|copying|stamps?|postage)\b"
)


def _charges_complaint(words: str) -> bool:
    """Tell whether a text asks money of those who complain or claim.

    >>> charges_complaint("Pengadu wajib membayar biaya administrasi Rp10.000")
    True
    >>> charges_complaint("Pengaduan tidak dipungut biaya")
    False
    """
    return any(map(_charges, sentences(words)))


def _charges(sentence: str) -> bool:
    if _SIDE_COST.search(sentence):
        return False
    priced = _PRICED.search(sentence)
    if priced is not None and not is_denied(sentence, priced.start()):
        return True
    asked = _ASKED.search(sentence)
    return asked is not None and _NOT_ASKED.search(asked[1]) is None


_PERSON: Final = r"(?:petugas|pelaksana|pegawai|koordinator|pejabat|officers?|employees?|staff)"
_PASSED_ON: Final = re.compile(
    r"\b(?:biaya|pembiayaan|kompensasi|penggantian|costs?|expenses?|compensation)\b.{0,60}"
    r"\b(?:ditanggung|dibebankan|dibayar|menjadi (?:beban|tanggungan)|borne|paid)\b(.{0,40}?)"
    rf"\b{_PERSON}\b|\b{_PERSON}\b.{{0,40}}\bmenanggung( )(?:biaya|kompensasi)\b"
)
_BUDGET: Final = re.compile(r"\b(?:anggaran|dipa|kantor|dinas|budget|office)\b")
_PROCEDURE: Final = re.compile(
    r"\b(?:pemeriksaan|putusan|disiplin|tuntutan ganti|peraturan|pasal|disciplin\w+|examination"
    r"|regulation)\b"
)


def _charges_officer(words: str) -> bool:
    """Tell whether a text has an officer pay for a remedy without naming a procedure.

    >>> charges_officer("Biaya kompensasi ditanggung oleh petugas yang lalai")
    True
    >>> charges_officer("Biaya ditanggung petugas setelah pemeriksaan disiplin")
    False
    """
    return any(map(_passes_on, sentences(words)))


def _passes_on(sentence: str) -> bool:
    found = _PASSED_ON.search(sentence)
    if found is None or is_denied(sentence, found.start(), found.end()):
        return False
    between = found[1] or ""
    return not (_BUDGET.search(between) or _PROCEDURE.search(sentence))


_USER: Final = (
    r"(?:pengguna|pelanggan|pemohon|penerima (?:layanan|pelayanan)|pendaftar|pengunjung"
    r"|users?|customers?|applicants?)"
)
_PUNISHED: Final = re.compile(
    r"\b(?:akun|accounts?)\b(.{0,30}?)\b(?:diblokir|dibekukan|dinonaktifkan|ditangguhkan|blocked"
    rf"|suspended)\b|\b{_USER}\b(.{{0,80}}?)\b(?:(?:di(?:kena(?:kan|i)|beri(?:kan)?)"
    r"|mendapat(?:kan)?) (?:sanksi|denda)|(?:masuk|dimasukkan)(?: ke| dalam){0,2} daftar hitam"
    r"|diblokir|blacklisted|sanctioned|blocked|fined)\b"
)
_OTHERS: Final = re.compile(
    r"\b(?:kami|petugas|pelaksana|pegawai|penyelenggara|kantor|we|officers?|staff|office)\b"
    # "yang tidak hadir dikenai" threatens, "tidak akan dikenai" does not.
    r"|\b(?:tidak|tak|not)(?: akan| dapat| boleh| be)?\s?\Z"
)


def _punishes_users(words: str) -> bool:
    """Tell whether a text threatens users with a sanction.

    >>> punishes_users("Akun pengguna diblokir selama 3 bulan")
    True
    >>> punishes_users("Bila merugikan pengguna, kami siap dikenai sanksi")
    False
    """
    return any(map(_punishes, sentences(words)))


def _punishes(sentence: str) -> bool:
    found = _PUNISHED.search(sentence)
    return found is not None and _OTHERS.search(found[1] or found[2] or "") is None


_BUDGETED: Final = re.compile(
    rf"\b(?:anggaran|dianggarkan|dipa|apbn|apbd|budget\w*)\b.{{0,60}}\b{_DAMAGES}\b"
    rf"|\b{_DAMAGES}\b.{{0,60}}\b(?:anggaran|dianggarkan|dipa|apbn|apbd|budget\w*)\b"
)


def _budgets_damages(words: str) -> bool:
    """Tell whether a text says that there is a budget for damages.

    >>> budgets_damages("Ganti rugi dibayar dari anggaran kantor")
    True
    >>> budgets_damages("Belum ada anggaran ganti rugi")
    False
    """
    return any(map(_budgets, sentences(words)))


def _budgets(sentence: str) -> bool:
    found = _BUDGETED.search(sentence)
    return found is not None and not is_denied(sentence, found.start(), found.end())


_NONE: Final = re.compile(r"(?:tidak|belum|nihil|no|none|not)\b")
_YET_PAID: Final = re.compile(r"\b(?:dipa|apbn|apbd|dibayar\w*|dari|tersendiri|paid|from|own)\b")


def _denies_budget(words: str) -> bool:
    """Tell whether the answer to how damages are budgeted is that they are not.

    >>> denies_budget("Belum dianggarkan"), denies_budget("Tidak tersendiri, dibayar dari DIPA")
    (True, False)
    """
    said = sentences(words)
    return bool(said) and _NONE.match(said[0]) is not None and not _YET_PAID.search(said[0])


waives_rights = lru_cache(maxsize=4096)(_waives_rights)
conflates = lru_cache(maxsize=4096)(_conflates)
charges_complaint = lru_cache(maxsize=4096)(_charges_complaint)
charges_officer = lru_cache(maxsize=1024)(_charges_officer)
punishes_users = lru_cache(maxsize=1024)(_punishes_users)
budgets_damages = lru_cache(maxsize=1024)(_budgets_damages)
denies_budget = lru_cache(maxsize=1024)(_denies_budget)
