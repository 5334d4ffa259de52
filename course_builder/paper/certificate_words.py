"""What a certificate says, in Swedish and English."""

from collections.abc import Mapping

from course_builder.content.problems import Language

WORDS: Mapping[Language, Mapping[str, str]] = {
    "sv": {
        "title": "Intyg",
        "has": "har gått",
        "with_pass": ", med godkänt resultat.",
        "passed": "Godkänd",
        "completed": "Genomförd",
        "valid": "Gäller till",
        "extent": "Omfattning",
        "version": "Kursversion",
        "issued": "utfärdat",
        "contents": "Det här ingick",
        "signer": "Barnrättssamordnaren",
        "qr": "QR-kod till sidan där intyget kan kontrolleras",
        "check": "Kontrollera intyget",
        "how": "Rikta kameran mot koden. Sidan visar om intyget gäller. Skriv kontrollkoden om du också vill se namnet.",
        "code": "Kontrollkod",
        "number": "Nummer",
    },
    "en": {
        "title": "Certificate",
        "has": "has taken",
        "with_pass": ", and passed.",
        "passed": "Passed",
        "completed": "Completed",
        "valid": "Valid until",
        "extent": "Extent",
        "version": "Course version",
        "issued": "issued",
        "contents": "What it covered",
        "signer": "Coordinator for children's rights",
        "qr": "QR code to the page where the certificate can be verified",
        "check": "Verify the certificate",
        "how": "Point the camera at the code. The page shows whether the certificate is valid. Type the check code to see the name too.",
        "code": "Check code",
        "number": "Number",
    },
}
NUMBERS: Mapping[Language, tuple[str, ...]] = {
    "sv": ("två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"),
    "en": ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
}


def parts_of(many: int, language: Language) -> str:
    """`sex moduler`; figures above twelve."""
    named = NUMBERS[language]
    return (
        f"{named[many - 2] if many - 2 < len(named) else many} {'moduler' if language == 'sv' else 'modules'}"
    )
