"""What the player says in the application and not in a package; `words.sealed_words` puts it over the others."""

from collections.abc import Mapping

PAGE: Mapping[str, Mapping[str, str]] = {
    "sv": {
        "private_note": "Bara du ser det du skriver. Töm rutan om du vill ta bort det.",
        "stored_note": "Bara du ser det du skriver, högst {most} tecken. Töm rutan om du vill ta bort det.",
        "film_private": "Bara du ser det du skriver. Töm rutan om du vill ta bort det.",
    },
    "en": {
        "private_note": "Only you see what you write. Empty the field to take it away.",
        "stored_note": "Only you see what you write, at most {most} characters. Empty the field to take it away.",
        "film_private": "Only you see what you write. Empty the field to take it away.",
    },
}

SCRIPT: Mapping[str, Mapping[str, str]] = {
    "sv": {
        "away": "Inte sparat",
        "erase": "Radera",
        "erased": "Det du skrev är borttaget.",
        "failed": "Sparas när nätet är tillbaka",
        "not_safe": "Webbläsaren kan inte behålla något åt dig här. Låt sidan vara öppen tills det står Sparat.",
        "not_saved": "Nätet är borta, eller så svarar inte servern. Det du gör finns kvar i den här webbläsaren och sparas när nätet är tillbaka. Du kan fortsätta.",
        "quiz_later": "Frågorna kan inte hämtas just nu. Försök igen när nätet är tillbaka.",
        "quiz_start": "Starta quizet",
        "sign_in": "Logga in igen",
        "signed_out": "Du är inte inloggad längre. Det du har gjort finns kvar i den här webbläsaren. Logga in igen, så sparas det.",
        "waits": "Ditt svar sparas när nätet är tillbaka. Du kan fortsätta.",
        "windows": "Du har kursen öppen på mer än ett ställe. Det du gjorde senast gäller, och inget har försvunnit.",
    },
    "en": {
        "away": "Not saved",
        "erase": "Delete",
        "erased": "What you wrote is gone.",
        "failed": "Will be saved when you are online",
        "not_safe": "The browser cannot keep anything for you here. Leave the page open until it says Saved.",
        "not_saved": "The network is gone, or the server does not answer. What you do is kept in this browser and saved when the network is back. You can go on.",
        "quiz_later": "The questions cannot be fetched right now. Try again when the network is back.",
        "quiz_start": "Start the quiz",
        "sign_in": "Sign in again",
        "signed_out": "You are no longer signed in. What you have done is kept in this browser. Sign in again and it will be saved.",
        "waits": "Your answer will be saved when the network is back. You can go on.",
        "windows": "You have the course open in more than one place. What you did last holds, and nothing is lost.",
    },
}
