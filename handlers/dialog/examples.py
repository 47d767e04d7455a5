"""Contoh: what stands in the empty field while an answer is awaited, by what is asked."""

# Telegram takes no more.
LONGEST = 64
JAWABAN = "Tulis jawabannya di sini"
PERTAMA = "Tulis kegiatannya, atau tempel tautannya"
KEGIATAN = {
    "nama": "Misalnya: Rapat Pleno Rutin",
    "tanggal": "Misalnya: kemarin, atau 17 Juni",
    "instansi": "Misalnya: Bawaslu Kota Probolinggo",
    "uraian": "Misalnya: Rapat Koordinasi",
    "keterangan": "Misalnya: Persiapan Pemilu 2024",
    "tempat": "Misalnya: Aula KPU",
}
KONTEN = {
    "judul": "Judul kontennya",
    "tanggal": "Misalnya: kemarin, 17 Juni, atau Mei 2022",
    "tautan": "https://…",
    "jumlah": "Misalnya: 3, atau IG 3, FB 2",
}
SURAT = {
    "nomor": "Misalnya: 123/HM.02/3574/2022",
    "tanggal": "Misalnya: 5 Juli 2022",
    "sifat": "Misalnya: Biasa",
    "lampiran": "Misalnya: 1 (satu) berkas",
    "tembusan": "Satu baris satu penerima",
}
ATUR = {
    "akun:baru": "Misalnya: IG kpu_kota",
    "dasar:baru": "Nomor, tahun, dan judul peraturannya",
    "sk:baru": "Misalnya: SK 45/PP.06-Kpt/3574/2022 tanggal 3 Maret 2022",
    "tim:baru": "Nama lengkap dengan gelar",
    "kolase_jam": "Misalnya: 16.00",
    "platform_bawaan": "Misalnya: IG, Twitter, FB",
    "website": "Misalnya: kota-probolinggo.kpu.go.id",
    "tanggal": "Misalnya: 3 Maret 2022",
    **dict.fromkeys(
        ("berlaku_dari", "berlaku_sampai", "aktif_sejak", "aktif_sampai"),
        "Misalnya: 3 Maret 2022; “-” untuk mengosongkannya",
    ),
}
CONTOH = {
    **{f"kegiatan:{name}": text for name, text in KEGIATAN.items()},
    **{f"konten:{name}": text for name, text in KONTEN.items()},
    **{f"su:{name}": text for name, text in SURAT.items()},
    **{f"at:{name}": text for name, text in ATUR.items()},
    "hitungan:hitungan": "Misalnya: foto 3, link 1, repost 1",
    "hitungan:tanggal": KONTEN["tanggal"],
    "sr": "Tulis sarannya",
    "ms": "Judulnya, lalu penjelasannya",
    "na": "Tulis teksnya",
    "na:sebab": "Tulis sebabnya",
    "na:rencana": "Tulis rencananya",
    "ak": "Misalnya: TikTok 586 pengikut, 1713 suka",
    "m": "Apa yang perlu dilengkapi?",
}


def of_question(form: str, question: str) -> str:
    """Of a form's question; those that are answered by a button have none."""
    return CONTOH.get(f"{form}:{question}", "")


def of_perihal(asked: str) -> str:
    """Of what a card asks for, as a button's data names it: the closest that is known."""
    kind, *rest = asked.split(":")
    names = (":".join((kind, *rest[:1], *rest[-1:])), ":".join((kind, *rest[-1:])), kind)
    return next((CONTOH[name] for name in names if name in CONTOH), JAWABAN)
