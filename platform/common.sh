# shellcheck shell=bash
# What platform/run and platform/test share. Sourced by them; $top is the project's folder.
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
PATH=$PATH:/usr/sbin

say() { echo "${0##*/}: $*"; }
fail() { say "$*" >&2; exit 1; }

# become_caller ARGS...: under sudo only apt needs root. What is built and run belongs to the person who called.
become_caller() {
    if [ "$(id -u)" -ne 0 ] || [ "${SUDO_UID:-0}" -eq 0 ] || [ "$(stat -c %u "$top")" -ne "$SUDO_UID" ]; then return 0; fi
    local home runtime=/run/user/$SUDO_UID
    home=$(getent passwd "$SUDO_UID" | cut -d: -f6)
    [ -d "$runtime" ] || runtime=
    exec setpriv --reuid "$SUDO_UID" --regid "$SUDO_GID" --init-groups \
        env HOME="$home" XDG_RUNTIME_DIR="$runtime" SUDO_UID=0 "$top/platform/${0##*/}" "$@"
}

# build TESTS TARGETS...: configures the release preset where that is needed, then builds. TESTS is ON, or empty for 'as it was'.
build() {
    local tests=$1 log=$top/build/configure.log
    shift
    mkdir -p "$top/build"
    if [ -z "$tests" ] && [ ! -f "$top/build/release/build.ninja" ]; then tests=OFF; fi
    if [ -n "$tests" ]; then
        (cd "$top" && cmake --preset release -DBUILD_TESTING="$tests") >"$log" 2>&1 || { cat "$log" >&2; fail "cmake failed"; }
    fi
    (cd "$top" && cmake --build --preset release ${1:+--target "$@"}) || fail "the build failed"
}
