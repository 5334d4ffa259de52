"""What the steps say that no author wrote: what was agreed last time, and the frame around a film discussion."""

from collections.abc import Mapping

from course_builder.content.problems import Language

WORDS: Mapping[Language, Mapping[str, str]] = {
    "sv": {
        "actions": "Sedan sist",
        "welcome": "Välkommen",
        "welcome_text": (
            "Vi ser en kort film och pratar om det vi såg.\n\n"
            "- Vi pratar om arbetssätt och inte om enskilda patienter eller kollegor.\n"
            "- Alla får säga pass.\n"
            "- Det personliga stannar i rummet. Oro för ett barn hanteras alltid enligt rutin."
        ),
        "ours": "Hos oss",
        "ours_text": (
            "Välj en sak som ett barn kan märka, eller högst två.\n\n"
            "1. **Vad** gör vi annorlunda?\n"
            "2. **Vem** ansvarar? Skriv en funktion.\n"
            "3. **När** börjar vi, och när följer vi upp?\n"
            "4. **Hur märker ett barn det?**"
        ),
        "close": "Avslut",
        "close_text": (
            "Ta med dig en enda sak. Åtgärden följs upp på en kommande APT.\n\n"
            "Tänker du på ett riktigt barn? Följ rutinen för orosanmälan i dag."
        ),
    },
    "en": {
        "actions": "Since last time",
        "welcome": "Welcome",
        "welcome_text": (
            "We watch a short film and talk about what we saw.\n\n"
            "- We talk about ways of working, not about single patients or colleagues.\n"
            "- Everybody may pass.\n"
            "- What is personal stays in the room. Concern for a child always follows the routine."
        ),
        "ours": "Here with us",
        "ours_text": (
            "Choose one thing that a child can notice, or two at most.\n\n"
            "1. **What** do we do differently?\n"
            "2. **Who** is responsible? Write a function.\n"
            "3. **When** do we begin, and when do we follow up?\n"
            "4. **How would a child notice?**"
        ),
        "close": "Close",
        "close_text": (
            "Take one single thing with you. The action is followed up at a later meeting.\n\n"
            "Are you thinking of a real child? Follow the routine for reporting concern today."
        ),
    },
}  # fmt: skip
