#!/usr/bin/env bash
# Fetches USWDS anew into the folder that is committed: ./refresh-uswds.sh 3.14.0 (needs npm; the build does not). The list names what is kept.
set -euo pipefail; to="$(cd "$(dirname "$0")" && pwd)/src/main/resources/META-INF/resources/vendor/uswds-$1"; list="$(cd "$(dirname "$0")" && pwd)/uswds-files.txt"; cd "$(mktemp -d)"
npm pack --silent "@uswds/uswds@$1" >/dev/null; tar xzf ./*.tgz; rm -rf "$to"; mkdir -p "$to"; cp package/LICENSE.md "$to"; (cd package/dist && tar cf - -T "$list") | tar xf - -C "$to"
cd "$to"; find . -type f ! -name SHA256SUMS | sed 's#^\./##' | LC_ALL=C sort | xargs sha256sum >SHA256SUMS
