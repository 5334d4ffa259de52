"""A mail server of our own, as plain as one can be: what it heard is in `letters`."""

import socketserver
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Thread


@dataclass
class Heard:
    port: int = 0
    answers: dict[str, str] = field(default_factory=dict)
    """What it says to a command instead of yes."""
    letters: list[bytes] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)


@contextmanager
def listening(**answers: str) -> Iterator[Heard]:
    heard = Heard(answers=answers)

    class Talk(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.say("220 test")
            while line := self.rfile.readline().decode().strip():
                word = line.split()[0].upper()
                heard.commands.append(line)
                if word in heard.answers:
                    self.say(heard.answers[word])
                elif word == "DATA":
                    self.say("354 go on")
                    self.letter()
                elif word == "QUIT":
                    self.say("221 bye")
                    return
                else:
                    self.say("250 ok")

        def letter(self) -> None:
            lines = []
            while (line := self.rfile.readline()) != b".\r\n":
                lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
            heard.letters.append(b"".join(lines))
            self.say("250 taken")

        def say(self, text: str) -> None:
            self.wfile.write(f"{text}\r\n".encode())

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Talk) as server:
        heard.port = server.server_address[1]
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        yield heard
        server.shutdown()
        thread.join()
