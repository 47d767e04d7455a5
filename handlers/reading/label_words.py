"""Labels of the forms that groups use, by the field that they name."""

LABELS = {
    "nama": """nama kegiatan|nama acara|nama agenda|nama giat|judul kegiatan|judul acara|jenis kegiatan|bentuk kegiatan
        kegiatan|keg|kgt|giat|acara|agenda|nama|perihal|kegiatan yang dilaksanakan""",
    "tanggal": """hari|tanggal|tgl|tggl|hari tanggal|hari tgl|hari dan tanggal|hari pelaksanaan|tanggal pelaksanaan
        tgl pelaksanaan|tanggal kegiatan|tgl kegiatan|pelaksanaan|hari tgl jam|hari tgl pukul|hari tgl waktu
        hari tanggal jam|hari tanggal pukul|hari tanggal waktu|tanggal waktu|tanggal dan waktu|tanggal jam
        hari tanggal pelaksanaan|tanggal tayang|tgl tayang|tanggal posting|tanggal upload|waktu tayang|tayang""",
    "waktu": """waktu|pukul|pkl|jam|wkt|waktu pelaksanaan|waktu kegiatan|jam pelaksanaan|pukul jam|jam pukul
        waktu pukul|waktu jam""",
    "tempat": """tempat|tmpt|tmp|lokasi|lok|tempat kegiatan|tempat pelaksanaan|lokasi kegiatan|bertempat|bertempat di
        alamat|venue|titik lokasi|tempat lokasi|lokasi pelaksanaan|tempat acara""",
    "peserta": """peserta|jumlah peserta|jml peserta|hadir|dihadiri|dihadiri oleh|yang hadir|yg hadir|yang ikut|yg ikut
        undangan|personil|personel|jumlah hadir|jumlah yang hadir|peserta yang hadir|peserta kegiatan|kehadiran
        daftar hadir|diikuti|diikuti oleh|yang mengikuti|sasaran|audiens|jumlah personil|jumlah personel""",
    "instansi": """mitra|instansi|mitra instansi|instansi mitra|bersama|lembaga|pihak|pihak terkait|kerja sama|kerjasama
        bekerja sama dengan|nama instansi|nama mitra|stakeholder|tamu|tamu dari|instansi terkait|asal instansi""",
    "keterangan": """keterangan|ket|hasil|hasil kegiatan|hasil rapat|uraian|uraian kegiatan|pembahasan|materi|isi
        catatan|tema|topik|isi kegiatan|deskripsi|ringkasan|rangkuman|pokok bahasan|bahasan|kesimpulan|rincian|tujuan
        maksud dan tujuan|hasil pembahasan|uraian singkat|hasil yang dicapai|hasil pelaksanaan""",
    "judul": "judul|judul konten|judul postingan|judul berita|judul video",
    "platform": "platform|akun|medsos|media sosial|kanal|tayang di|akun medsos",
    "jenis": "jenis|jenis konten|bentuk konten|format konten",
    "tautan": "tautan|link|url|link postingan|link berita|link konten|tautan berita|tautan konten|alamat link",
    "jumlah": "jumlah|jml|jumlah konten|jumlah postingan|total postingan|banyaknya",
}
FIELDS = {
    " ".join(phrase.split()): field
    for field, table in LABELS.items()
    for phrase in table.replace("\n", "|").split("|")
    if phrase.strip()
}
SIGNS = (
    dict.fromkeys("📍🏠", "tempat")
    | dict.fromkeys("📅📆🗓", "tanggal")
    | dict.fromkeys("⏰⌚⏱🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛", "waktu")
    | {"👥": "peserta", "🏛": "instansi", "🏢": "instansi", "🤝": "instansi", "📝": "keterangan", "🔗": "tautan"}
)
# A pin shows the place, unless another one does: then it shows the thing itself.
PIN, PLACED = "📌", "📍"
# They go on over the lines below them; the value of the others is one line.
LISTS = {"peserta", "instansi", "keterangan"}
