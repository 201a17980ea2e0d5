#!/bin/sh
# Installs Afterword for one person, or for everybody where the prefix belongs to the system.
#
#   ./install.sh                    into ~/.local, as root into /usr/local
#   ./install.sh --prefix DIR       into DIR
#   ./install.sh --force            also over a newer version
#
# The version that is there stays until the new one is complete. What you wrote is kept elsewhere
# and is not touched. To remove the program: PREFIX/lib/afterword/uninstall.sh
set -eu
umask 022

say() { printf '%s\n' "$*"; }
stop() { printf '%s\n' "$*" >&2; exit 1; }

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
if [ "$(id -u)" = 0 ]; then prefix=/usr/local; else prefix=${HOME:-}/.local; fi
force=
while [ $# -gt 0 ]; do
    case $1 in
        --prefix) [ $# -gt 1 ] || stop "Which folder? ./install.sh --prefix DIR"; prefix=$2; shift ;;
        --prefix=*) prefix=${1#--prefix=} ;;
        --force) force=yes ;;
        *) sed -n '2,9s/^# \{0,1\}//p' "$0"; exit 2 ;;
    esac
    shift
done

say "Checking the download."
(cd "$here" && sha256sum --check --quiet SHA256SUMS >/dev/null 2>&1) ||
    stop "The download is not complete or was changed. Nothing was installed. Please fetch it again."

mkdir -p "$prefix/lib" "$prefix/bin" "$prefix/share" 2>/dev/null && [ -w "$prefix/lib" ] ||
    stop "$prefix cannot be written to. Nothing was installed. Choose a folder of your own: ./install.sh --prefix DIR"
prefix=$(CDPATH='' cd -- "$prefix" && pwd -P)
place=$prefix/lib/afterword

for process in /proc/[0-9]*/exe; do
    if [ "$(readlink "$process" 2>/dev/null)" = "$place/afterword" ]; then
        stop "Afterword is running. Close it, then start this again. Nothing was changed."
    fi
done

new=$(cat "$here/VERSION")
if [ -f "$place/VERSION" ] && [ -z "$force" ]; then
    old=$(cat "$place/VERSION")
    newest=$(printf '%s\n%s\n' "$old" "$new" | sort -V | tail -n 1)
    if [ "$newest" != "$new" ]; then
        stop "Afterword $old is installed, and this is the older $new. Nothing was changed. To go back all the same: ./install.sh --force"
    fi
fi

rm -rf "$place.new" "$place.old"
trap 'rm -rf "$place.new"' EXIT
trap 'exit 1' HUP INT TERM
if ! { cp -R "$here/program" "$place.new" &&
    cp "$here/VERSION" "$here/uninstall.sh" "$place.new/" &&
    cp -R "$here/share" "$place.new/share"; } 2>/dev/null; then
    rm -rf "$place.new"
    stop "There is not enough room in $prefix. Nothing was changed."
fi
"$place.new/afterword" --version >/dev/null 2>&1 || {
    rm -rf "$place.new"
    stop "The program does not start on this system (it needs glibc @GLIBC@ or newer, and a desktop's libraries). Nothing was changed."
}

if [ -d "$place" ]; then mv "$place" "$place.old"; fi
mv "$place.new" "$place"
rm -rf "$place.old"
trap - EXIT

# In a menu entry an odd letter of the path needs a backslash, and that backslash another.
command=$(printf '%s' "$prefix/bin/afterword" | sed -e 's/[\\"`$]/\\&/g' -e 's/\\/\\\\/g' -e 's/%/%%/g')
in_sed=$(printf '%s' "$command" | sed -e 's/[\\&|]/\\&/g')
ln -sf ../lib/afterword/afterword "$prefix/bin/afterword"
(cd "$place/share" && find . -type f) | while IFS= read -r file; do
    mkdir -p "$(dirname "$prefix/share/$file")"
    case $file in
        *.desktop) sed "s|^Exec=afterword|Exec=\"$in_sed\"|" "$place/share/$file" >"$prefix/share/$file" ;;
        *) cp "$place/share/$file" "$prefix/share/$file" ;;
    esac
done
if command -v update-desktop-database >/dev/null 2>&1 && [ -f "$prefix/share/applications/mimeinfo.cache" ]; then
    update-desktop-database -q "$prefix/share/applications" || true
fi

say "Afterword $new is in your menu now. To remove it: \"$place/uninstall.sh\""
case :${PATH:-}: in
    *":$prefix/bin:"*) ;;
    *) say "From a terminal: \"$prefix/bin/afterword\"" ;;
esac
