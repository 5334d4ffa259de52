"""The portal's own pages: the one that holds the course's frame, and frames within frames."""

import json

from tests.portal.sessions import Session

LIBRARY = {"1.2": "scorm12.min.js", "2004": "scorm2004.min.js"}
TOLD = ("version", "mode", "lacks", "refuses", "late", "slow", "lose", "mutters", "both")
FRAMES = {
    "iframe": '<iframe src="{course}index.html"></iframe>',
    "sandbox": '<iframe sandbox="allow-scripts allow-same-origin" src="{course}index.html"></iframe>',
    "scripts-only": '<iframe sandbox="allow-scripts" src="{course}index.html"></iframe>',
    "nested": '<iframe src="{home}/nest/6"></iframe>',
    "foreign": '<iframe src="{course}index.html"></iframe>',
    "popup": '<button id="open">Öppna kursen</button>',
    "opener": '<button id="open">Öppna kursen</button>',
}


def portal_page(session: Session, origin: str) -> str:
    launch = session.launch
    config = {
        **{
            name: getattr(launch, name)
            for name in ("version", "mode", "lacks", "refuses", "late", "slow", "lose", "mutters", "both")
        },
        "stored": launch.seeds(),
        "frame": FRAMES[launch.window].format(course=session.course, home=session.home),
        "home": origin + session.home,
        "course": f"{session.home}/nest/2" if launch.window == "opener" else session.course + "index.html",
    }
    return (
        '<!doctype html><html lang="sv"><meta charset="utf-8"><title>Portalen</title>'
        '<link rel="icon" href="data:,"><style>iframe{width:100%;height:90vh;border:0}</style>'
        f'<script type="application/json" id="config">{json.dumps(config)}</script>'
        f'<script src="/scorm-again/{LIBRARY[launch.version]}"></script><script type="module" src="/double/portal.js"></script>'
        "<body></body></html>"
    )


def nest(session: Session, depth: int) -> str:
    inner = f"{session.home}/nest/{depth - 1}" if depth > 1 else f"{session.course}index.html"
    return f'<!doctype html><title>Ram {depth}</title><style>iframe{{width:100%;height:90vh;border:0}}</style><iframe src="{inner}"></iframe>'
