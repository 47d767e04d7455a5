"""The jenis of konten as people say them: in a tally, in words that give it away, and short on a button."""

# Long names are shortened here, because a button may have half a phone's width.
SHORT = {
    "Peringatan Hari Besar": "Hari Besar",
    "Promote live IG/streaming": "Live IG/streaming",
    "Promote link berita web": "Link berita web",
}

# "foto 3, link 1": the words of a tally and of a correction.
TALLIED = (
    ("Foto Berita", r"foto(?:\s+berita)?"),
    ("KPU Flash", r"(?:kpu\s+)?flash"),
    ("Meme Quote", r"(?:meme|quotes?)(?:\s+quotes?)?"),
    ("Ucapan Selamat", r"(?:ucapan\s+)?selamat"),
    ("Ucapan Dukacita", r"(?:ucapan\s+)?(?:duka\s?cita|duka|belasungkawa)"),
    ("Infografik", r"info\s?grafi[sk]"),
    ("Peringatan Hari Besar", r"(?:peringatan\s+)?hari\s+besar"),
    ("Promote live IG/streaming", r"(?:promote\s+)?live(?:\s+(?:ig|streaming)(?:/streaming)?)?"),
    ("Promote link berita web", r"(?:promote\s+)?(?:link|tautan)(?:\s+berita)?(?:\s+web)?|berita\s+web"),
    ("Repost", r"repost"),
    ("Video lainnya", r"video(?:\s+lainnya)?"),
)

# The words beside a link give its jenis away; the first pattern that fits decides.
GUESSED = (
    ("Infografik", r"info\s?grafi[sk]"),
    ("Ucapan Dukacita", r"duka|belasungkawa|berpulang"),
    (
        "Peringatan Hari Besar",
        r"(?:selamat|peringatan|memperingati)\s+(?:hari|idul|natal|tahun\s+baru|waisak|nyepi)|hari\s+besar",
    ),
    ("Ucapan Selamat", r"selamat"),
    ("KPU Flash", r"flash"),
    ("Meme Quote", r"meme|quotes?"),
    ("Promote live IG/streaming", r"\blive\b|streaming"),
    ("Repost", r"re-?post"),
)
