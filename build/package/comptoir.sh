#!/bin/sh
# comptoir               opens Comptoir
# comptoir <command> …   runs a command of the IT person (doctor, card, portal, …) without a display and without a window
#
# The program gets: --ozone-platform=headless --disable-gpu --log-level=3 [--no-sandbox] --cli <command> …
# No page is opened by a command, so root may run it: the sandbox, which Chromium refuses to root, has nothing to hold.
app="$(dirname "$(readlink -f "$0")")/../../opt/Comptoir/comptoir"
if [ $# -eq 0 ]; then exec "$app"; fi
if [ "$(id -u)" -eq 0 ]; then set -- --no-sandbox --cli "$@"; else set -- --cli "$@"; fi
exec "$app" --ozone-platform=headless --disable-gpu --log-level=3 "$@"
