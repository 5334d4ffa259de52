"""What people are told about a file that cannot be taken in: what it is, and how to save it right."""

from course_builder.people.refused import Refused

SAVE_AS_MP4 = (
    "Exportera den som MP4 med H.264 och AAC: i Bilder eller iMovie på Mac välj Dela och Arkiv, i Clipchamp välj Exportera. "
    "Med VLC: Media, Konvertera, Video - H.264 + MP3 (MP4).",
    "Export it as MP4 with H.264 and AAC: in Photos or iMovie on a Mac choose Share and File, in Clipchamp choose Export. "
    "With VLC: Media, Convert, Video - H.264 + MP3 (MP4).",
)


def not_what_it_says(name: str, suffix: str) -> Refused:
    return Refused(
        f"{name} slutar på {suffix} men innehåller något annat. Öppna filen i programmet där den gjordes och spara den på nytt.",
        f"{name} ends in {suffix} but holds something else. Open it in the program that made it and save it again.",
    )


def unreadable(name: str) -> Refused:
    return Refused(
        f"{name} går inte att läsa. Filen kan ha skadats på vägen. Spara den på nytt och välj den igen.",
        f"{name} cannot be read. It may have been damaged on the way. Save it again and choose it again.",
    )


def too_many_pixels(name: str, most: int) -> Refused:
    return Refused(
        f"{name} har fler än {most} miljoner bildpunkter. Spara den mindre, till exempel 2 500 punkter bred.",
        f"{name} has more than {most} million pixels. Save it smaller, for example 2,500 pixels wide.",
    )


def not_playable(name: str) -> Refused:
    return Refused(
        f"{name} kan inte spelas i alla webbläsare. {SAVE_AS_MP4[0]}",
        f"{name} cannot be played in every browser. {SAVE_AS_MP4[1]}",
    )


def drawing(name: str) -> Refused:
    return Refused(
        f"{name} går inte att använda som bild. Spara den som vanlig SVG eller som PNG och välj den igen.",
        f"{name} cannot be used as a picture. Save it as plain SVG or as PNG and choose it again.",
    )


def captions(name: str, sv: str, en: str) -> Refused:
    return Refused(f"{name}: {sv}", f"{name}: {en}")
