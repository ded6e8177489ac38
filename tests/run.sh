#!/usr/bin/env bash
# Runs every test of CasinoFloor and closes with one line: "N passed, N failed, N skipped".
# What the tests need and the machine lacks is installed first, and each installation is announced:
# Chromium for the browser tests, kcat as an independent Kafka producer, npm for the official clients of Kusto and for Azurite. Where they cannot be installed,
# the tests that need them are skipped and say so.
set -u -o pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

install() { # command, package
    if command -v "$1" >/dev/null 2>&1; then
        return
    fi

    if ! command -v apt-get >/dev/null 2>&1 || [ "$(id -u)" != 0 ]; then
        echo "run.sh: $1 is missing and cannot be installed from here (needs apt-get and root): its tests will be skipped."
        return
    fi

    echo "run.sh: installing $2, which the tests need ..."
    apt-get update -qq >/dev/null 2>&1 || true
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$2" >/dev/null 2>&1 \
        || echo "run.sh: $2 could not be installed: its tests will be skipped."
}

install chromium chromium
install kcat kcat
install npm npm

log=$(mktemp)
results=$(mktemp -d)
trap 'rm -rf "$log" "$results"' EXIT
failed=0

echo "run.sh: building (warnings are errors) ..."
dotnet build CasinoFloor.sln -c Release -v quiet || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }

echo "run.sh: checking the format ..."
dotnet format CasinoFloor.sln --no-restore --verify-no-changes || { echo "run.sh: run 'dotnet format' to mend the lines above."; failed=1; }

# A test that hangs is ended and named; whoever reads a run that was cut short sees how far the slow project came.
for project in tests/CasinoFloor.Tests tests/CasinoFloor.EndToEnd; do
    echo "run.sh: $project ..."
    hide='^\s+Passed '
    [ "$project" = tests/CasinoFloor.Tests ] || hide='^$'
    dotnet test "$project" -c Release --no-build --logger "console;verbosity=normal" --results-directory "$results" \
        --blame-hang-timeout 8min --blame-hang-dump-type none 2>&1 \
        | grep --line-buffered -vE "$hide" | tee -a "$log" || failed=1
done

# The classic runner prints "Total tests: N / Passed: N / Failed: N / Skipped: N" for each project.
counts=$(awk '/^ +Passed: +[0-9]+/{p+=$2} /^ +Failed: +[0-9]+/{f+=$2} /^ +Skipped: +[0-9]+/{s+=$2}
    END{printf "%d %d %d", p, f, s}' "$log")
read -r passed failures skipped <<<"$counts"
[ "$failed" = 0 ] || [ "$failures" -gt 0 ] || failures=1
[ "$passed" -gt 0 ] || failures=$((failures > 0 ? failures : 1))
echo "$passed passed, $failures failed, $skipped skipped"
[ "$failures" = 0 ]
