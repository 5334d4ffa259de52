"""An hour that is open, its leader, and phones in it."""

from dataclasses import dataclass, field
from secrets import token_hex
from typing import Any

from flask.testing import FlaskClient

from tests.meetings.held import Held

OPTIONS = ["Alltid", "Ibland", "Aldrig"]


@dataclass
class Phone:
    """A browser without any cookie, with a token of its own."""

    client: FlaskClient
    door: str
    token: str = field(default_factory=lambda: token_hex(16))

    def join(self) -> Any:
        return self.client.post(f"/rum/{self.door}/join", json={"token": self.token})

    def answer(self, round_id: str, given: str) -> int:
        body = {"token": self.token, "round": round_id, "given": given}
        return self.client.post(f"/rum/{self.door}/answer", json=body).status_code

    def sees(self) -> Any:
        return self.client.get(f"/rum/{self.door}/now").json


@dataclass
class Room:
    held: Held
    leader: FlaskClient
    code: str
    door: str
    wall: str

    def phone(self) -> Phone:
        made = Phone(self.held.region.anonymous(), self.door)
        assert made.join().status_code == 200
        return made

    def phones(self, many: int) -> list[Phone]:
        return [self.phone() for _ in range(many)]

    def ask(
        self, kind: str = "choice", options: list[str] | None = None, ask: str = "Frågar vi barnet?"
    ) -> str:
        body = {
            "id": token_hex(16), "step": "diskussion", "kind": kind, "ask": ask, "options": OPTIONS if options is None else options,
        }  # fmt: skip
        answer = self.leader.post(f"/apt/{self.held.meeting_id}/rounds", json=body)
        assert answer.status_code == 200, answer.json
        return str(body["id"])

    def change(self, round_id: str, **changed: Any) -> Any:
        return self.leader.post(f"/apt/{self.held.meeting_id}/rounds/{round_id}", json=changed).json


def opened(held: Held) -> Room:
    leader = held.region.as_("rep")
    ways = leader.post(f"/apt/{held.meeting_id}/open").json
    return Room(held, leader, ways["code"], ways["door"], ways["wall"])
