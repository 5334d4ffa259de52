"""SCORM 2004, third and fourth edition: the same package with each edition's own schema files."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from course_builder.content.course import Course
from course_builder.content.file import File
from course_builder.content.tree import BytesBlob, Tree
from course_builder.packaging import control, manifest
from course_builder.packaging.format import Format
from course_builder.packaging.learner import learner_files
from course_builder.packaging.options import BuildOptions
from course_builder.packaging.xml import Element, document, element

SEQUENCING = (
    "auxresource", "control", "delivery", "limit", "objective", "random", "rollup", "seqrule", "util",
)  # fmt: skip
CONTROL = (
    "XMLSchema.dtd", "adlcp_v1p3.xsd", "adlnav_v1p3.xsd", "adlseq_v1p3.xsd", "datatypes.dtd",
    "imscp_v1p1.xsd", "imsss_v1p0.xsd", *(f"imsss_v1p0{name}.xsd" for name in SEQUENCING), "xml.xsd",
)  # fmt: skip
NAMESPACES = {
    "imscp_v1p1": "http://www.imsglobal.org/xsd/imscp_v1p1",
    "adlcp_v1p3": "http://www.adlnet.org/xsd/adlcp_v1p3",
    "adlseq_v1p3": "http://www.adlnet.org/xsd/adlseq_v1p3",
    "adlnav_v1p3": "http://www.adlnet.org/xsd/adlnav_v1p3",
    "imsss_v1p0": "http://www.imsglobal.org/xsd/imsss",
}
WHERE = " ".join(f"{namespace} {name}.xsd" for name, namespace in NAMESPACES.items())
HIDDEN_BUTTONS = (
    "previous",
    "continue",
    "abandon",
    "abandonAll",
)  # the player has its own, and loses nothing


@dataclass(frozen=True)
class Edition:
    folder: str
    schema_version: str

    def build(self, course: Course, options: BuildOptions, built: Tree) -> Iterator[File]:
        files = learner_files(course, "scorm2004", options, built)
        made = self.imsmanifest(course, options, [file.path for file in files])
        yield File(manifest.NAME, BytesBlob(made))
        yield from files
        yield from control.files(built, self.folder, CONTROL)

    def imsmanifest(self, course: Course, options: BuildOptions, paths: Iterable[str]) -> bytes:
        flow = element("imsss:sequencing", element("imsss:controlMode", choice="true", flow="true"))
        root = element(
            "manifest",
            manifest.metadata(self.schema_version),
            manifest.organizations(course, [_sequencing(options), _presentation()], [flow]),
            manifest.resources(course, paths, adlcp_scormType="sco"),
            identifier=manifest.identifier(course),
            version=manifest.version(course),
            xmlns=NAMESPACES["imscp_v1p1"],
            xmlns_adlcp=NAMESPACES["adlcp_v1p3"],
            xmlns_adlnav=NAMESPACES["adlnav_v1p3"],
            xmlns_imsss=NAMESPACES["imsss_v1p0"],
            xmlns_xsi=manifest.XSI,
            xsi_schemaLocation=WHERE,
        )
        return document(root)


def _sequencing(options: BuildOptions) -> Element:
    """Without these controls a portal may mark the course done and passed when it is closed."""
    delivery = element("imsss:deliveryControls", completionSetByContent="true", objectiveSetByContent="true")
    if options.mastery is None:
        return element("imsss:sequencing", delivery)
    measure = element("imsss:minNormalizedMeasure", manifest.decimal(options.mastery))
    goal = element("imsss:primaryObjective", measure, satisfiedByMeasure="true", objectiveID="course-passed")
    return element("imsss:sequencing", element("imsss:objectives", goal), delivery)


def _presentation() -> Element:
    buttons = [element("adlnav:hideLMSUI", button) for button in HIDDEN_BUTTONS]
    return element("adlnav:presentation", element("adlnav:navigationInterface", *buttons))


THIRD = Edition("scorm2004-3", "2004 3rd Edition")
FOURTH = Edition("scorm2004-4", "2004 4th Edition")

FORMAT_THIRD = Format(
    "scorm2004-3",
    {"sv": "SCORM 2004, 3rd Edition", "en": "SCORM 2004, 3rd Edition"},
    {
        "sv": "För portaler som ber om SCORM 2004 men inte tar emot 4th Edition. Sparar mer än 1.2.",
        "en": "For portals that ask for SCORM 2004 but refuse the 4th Edition. Keeps more than 1.2.",
    },
    THIRD.build,
)
FORMAT_FOURTH = Format(
    "scorm2004-4",
    {"sv": "SCORM 2004, 4th Edition", "en": "SCORM 2004, 4th Edition"},
    {
        "sv": "För portaler som ber om SCORM 2004. Status och godkänd rapporteras var för sig.",
        "en": "For portals that ask for SCORM 2004. Completed and passed are reported separately.",
    },
    FOURTH.build,
)
