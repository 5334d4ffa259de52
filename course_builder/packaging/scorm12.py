"""SCORM 1.2: the package that works in nearly every portal."""

from collections.abc import Iterable, Iterator

from course_builder.content.course import Course
from course_builder.content.file import File
from course_builder.content.tree import BytesBlob, Tree
from course_builder.packaging import control, manifest
from course_builder.packaging.format import Format
from course_builder.packaging.learner import learner_files
from course_builder.packaging.options import BuildOptions
from course_builder.packaging.xml import document, element

CONTROL = ("adlcp_rootv1p2.xsd", "ims_xml.xsd", "imscp_rootv1p1p2.xsd", "imsmd_rootv1p2p1.xsd")
IMSCP = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
IMSMD = "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"
ADLCP = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
WHERE = f"{IMSCP} imscp_rootv1p1p2.xsd {IMSMD} imsmd_rootv1p2p1.xsd {ADLCP} adlcp_rootv1p2.xsd"


def build(course: Course, options: BuildOptions, built: Tree) -> Iterator[File]:
    files = learner_files(course, "scorm12", options, built)
    yield File(manifest.NAME, BytesBlob(imsmanifest(course, options, [file.path for file in files])))
    yield from files
    yield from control.files(built, "scorm12", CONTROL)


def imsmanifest(course: Course, options: BuildOptions, paths: Iterable[str]) -> bytes:
    mastery = options.mastery
    score = [] if mastery is None else [element("adlcp:masteryscore", manifest.decimal(mastery, 100))]
    root = element(
        "manifest",
        manifest.metadata("1.2"),
        manifest.organizations(course, score),
        manifest.resources(course, paths, adlcp_scormtype="sco"),
        identifier=manifest.identifier(course),
        version=manifest.version(course),
        xmlns=IMSCP,
        xmlns_adlcp=ADLCP,
        xmlns_xsi=manifest.XSI,
        xsi_schemaLocation=WHERE,
    )
    return document(root)


FORMAT = Format(
    "scorm12",
    {"sv": "SCORM 1.2 (fungerar i de flesta portaler)", "en": "SCORM 1.2 (works in most portals)"},
    {
        "sv": "Portalen får veta status, poäng, tid och svar. Välj den här om du inte vet.",
        "en": "The portal is told status, score, time and answers. Choose this one if you do not know.",
    },
    build,
)
