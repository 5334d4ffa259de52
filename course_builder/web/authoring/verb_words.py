"""What a revision did, in words."""

from collections.abc import Mapping

from course_builder.library.drafts.models import Revision, Verb
from course_builder.web.language import gettext

ICONS: Mapping[str, str] = {
    "made": "plus", "edited": "pencil", "added": "plus", "moved": "arrow-up-down", "removed": "trash-2",
    "duplicated": "copy", "replaced": "refresh-cw", "repaired": "wrench", "taken-in": "folder-up", "restored": "history",
    "undone": "undo-2", "redone": "redo-2",
}  # fmt: skip


def verb_icon(made: Revision) -> str:
    return ICONS[made.verb]


def verb_words(made: Revision) -> str:
    """`skrev i ”Väntrummet”`: goes after a name."""
    what = {"what": made.about}
    said = {
        Verb.MADE: gettext("började"), Verb.EDITED: gettext("skrev i ”%(what)s”"), Verb.ADDED: gettext("lade till ”%(what)s”"),
        Verb.MOVED: gettext("flyttade ”%(what)s”"), Verb.REMOVED: gettext("tog bort ”%(what)s”"),
        Verb.DUPLICATED: gettext("gjorde en kopia") if not made.about else gettext("gjorde en kopia: ”%(what)s”"),
        Verb.REPLACED: gettext("bytte ut ”%(what)s”"), Verb.REPAIRED: gettext("rättade ”%(what)s”"),
        Verb.TAKEN_IN: gettext("tog in en mapp"), Verb.RESTORED: gettext("återställde version %(what)s"),
        Verb.UNDONE: gettext("ångrade en ändring av ”%(what)s”") if made.about else gettext("ångrade en ändring"),
        Verb.REDONE: gettext("gjorde om en ändring av ”%(what)s”") if made.about else gettext("gjorde om en ändring"),
    }  # fmt: skip
    return said[Verb(made.verb)] % what
