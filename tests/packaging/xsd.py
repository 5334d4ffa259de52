"""The standards' own schemas, as strict as they are, for the manifests of built packages.

SCORM 1.2's `ims_xml.xsd` binds the default prefix to the XML namespace, which no parser of today takes;
its four lines are put in its place here. The package ships the file as it is.
"""

from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from course_builder.paths.shipped import BUILT

IMS_XML = b"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
  targetNamespace="http://www.w3.org/XML/1998/namespace">
<xs:attribute name="lang" type="xs:language"/><xs:attribute name="base" type="xs:anyURI"/>
<xs:attribute name="link" type="xs:anyURI"/>
</xs:schema>"""

SCORM12 = {
    "imscp_rootv1p1p2.xsd": "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
    "adlcp_rootv1p2.xsd": "http://www.adlnet.org/xsd/adlcp_rootv1p2",
}
SCORM2004 = {
    "imscp_v1p1.xsd": "http://www.imsglobal.org/xsd/imscp_v1p1",
    "adlcp_v1p3.xsd": "http://www.adlnet.org/xsd/adlcp_v1p3",
    "adlseq_v1p3.xsd": "http://www.adlnet.org/xsd/adlseq_v1p3",
    "adlnav_v1p3.xsd": "http://www.adlnet.org/xsd/adlnav_v1p3",
    "imsss_v1p0.xsd": "http://www.imsglobal.org/xsd/imsss",
}
EDITIONS = {"scorm12": SCORM12, "scorm2004-3": SCORM2004, "scorm2004-4": SCORM2004}


class Resolver(etree.Resolver):
    def resolve(self, url: str, public_id: str | None, context: Any) -> Any:
        if Path(url).name == "ims_xml.xsd":
            return self.resolve_string(IMS_XML, context, base_url=url)
        return None


@cache
def schema(edition: str) -> etree.XMLSchema:
    folder = BUILT / "xsd" / edition
    imports = "".join(
        f'<xs:import namespace="{namespace}" schemaLocation="{folder / name}"/>'
        for name, namespace in EDITIONS[edition].items()
    )
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Resolver())
    wrapper = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>'
    return etree.XMLSchema(etree.fromstring(wrapper, parser))


def faults(edition: str, manifest: bytes) -> list[str]:
    """What the schema has against a manifest; nothing when it is valid."""
    checked = schema(edition)
    checked.validate(etree.fromstring(manifest, etree.XMLParser(no_network=True)))
    return [f"{fault.line}: {fault.message}" for fault in checked.error_log]
