"""Examples for the empty field while a question of a report is open; other questions bring their own."""

# Telegram refuses a longer placeholder.
LONGEST = 64
ANSWER = "Tulis jawabannya di sini"
FIRST = "Tulis kegiatannya, atau tempel tautannya"
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
EXAMPLES = {
    **{f"kegiatan:{name}": text for name, text in KEGIATAN.items()},
    **{f"konten:{name}": text for name, text in KONTEN.items()},
    "hitungan:hitungan": "Misalnya: foto 3, link 1, repost 1",
    "hitungan:tanggal": KONTEN["tanggal"],
}


def of_question(form: str, question: str) -> str:
    """The example of a form's question; empty for a question that buttons answer."""
    return EXAMPLES.get(f"{form}:{question}", "")
