#!/bin/sh
# Removes Afterword from where it was installed. What you wrote is kept.
set -eu

place=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
prefix=$(dirname "$(dirname "$place")")
[ "$place" = "$prefix/lib/afterword" ] && [ -f "$place/VERSION" ] || {
    printf '%s\n' "This is not where Afterword was installed. Nothing was removed." >&2
    exit 1
}
for process in /proc/[0-9]*/exe; do
    if [ "$(readlink "$process" 2>/dev/null)" = "$place/afterword" ]; then
        printf '%s\n' "Afterword is running. Close it, then start this again." >&2
        exit 1
    fi
done
[ -w "$prefix/lib" ] || {
    printf '%s\n' "$prefix cannot be written to. Nothing was removed." >&2
    exit 1
}

(cd "$place/share" && find . -type f) | while IFS= read -r file; do
    rm -f "$prefix/share/$file"
    (cd "$prefix/share" && rmdir -p "$(dirname "$file")" 2>/dev/null) || true
done
if [ "$(readlink "$prefix/bin/afterword")" = "../lib/afterword/afterword" ]; then
    rm -f "$prefix/bin/afterword"
fi
# the entry at login is the program's own, if it was asked for
login=${XDG_CONFIG_HOME:-${HOME:-/nonexistent}/.config}/autostart/@APP_ID@.desktop
if [ -f "$login" ] && grep -qF "/lib/afterword/afterword" "$login"; then rm -f "$login"; fi
rm -rf "$place"
rmdir "$prefix/share" "$prefix/bin" "$prefix/lib" 2>/dev/null || true
printf '%s\n' "Afterword is removed. What you wrote is still in ${XDG_DATA_HOME:-${HOME:-~}/.local/share}/Afterword."
