"""Phones as the network sees them: a stream that stays open, and a connection of its own for each thing that is sent."""

import asyncio
import json
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from secrets import token_hex
from typing import Any

GONE = (OSError, asyncio.IncompleteReadError, ValueError, IndexError)
"""What a phone meets when the network or the server is away."""
TRIES = 200
AGAIN = 0.25


@dataclass(eq=False)
class Phone:
    """`heard` says when each question came; `saved` what it was told is saved, by question."""

    port: int
    door: str
    token: str = field(default_factory=lambda: token_hex(16))
    heard: dict[str, float] = field(default_factory=dict)
    saved: dict[str, str] = field(default_factory=dict)
    times: list[float] = field(default_factory=list)
    refused: Counter[int] = field(default_factory=Counter)
    streams: int = 0

    async def join(self) -> bool:
        return await self._until(200, "join", {"token": self.token})

    async def vote(self, round_id: str, given: str) -> bool:
        """Sent again until it is answered, as the page does."""
        started = time.perf_counter()
        told = await self._until(200, "answer", {"token": self.token, "round": round_id, "given": given})
        self.times.append(time.perf_counter() - started)
        if told:
            self.saved[round_id] = given
        return told

    async def listen(self) -> None:
        """Until it is cancelled; comes back when it is cut off."""
        while True:
            with suppress(*GONE):
                await self._stream()
            await asyncio.sleep(AGAIN)

    async def _stream(self) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        head = f"GET /rum/{self.door}/events?s={self.token[:8]} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n"
        writer.write(head.encode())
        try:
            if b" 200 " not in await reader.readline():
                return
            self.streams += 1
            while line := await reader.readline():
                if line.startswith(b"data: "):
                    self._hear(json.loads(line[6:]))
        finally:
            writer.close()

    def _hear(self, told: Mapping[str, Any]) -> None:
        now = time.perf_counter()
        for one in told.get("asked", ()):
            self.heard.setdefault(one["id"], now)

    async def _until(self, wanted: int, what: str, body: Mapping[str, str]) -> bool:
        for _ in range(TRIES):
            try:
                status = await self._post(what, body)
            except GONE:
                await asyncio.sleep(AGAIN)
                continue
            if status == wanted:
                return True
            self.refused[status] += 1
            return False
        return False

    async def _post(self, what: str, body: Mapping[str, str]) -> int:
        data = json.dumps(body).encode()
        head = f"POST /rum/{self.door}/{what} HTTP/1.1\r\nHost: 127.0.0.1\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {len(data)}\r\n\r\n"
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(head.encode() + data)
        try:
            answer = await reader.read(-1)
        finally:
            writer.close()
        return int(answer.split()[1])


def saved_by(phones: Iterable[Phone], round_id: str) -> Counter[str]:
    """What they were told is saved of their answers to that question."""
    return Counter(one.saved[round_id] for one in phones if round_id in one.saved)
