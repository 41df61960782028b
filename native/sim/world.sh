#!/bin/sh
# Runs a command in a PC/SC world of its own: private mounts and network, an empty /run, loopback up.
# As root or, through a user namespace, as an ordinary user. The machine's own pcscd is neither seen nor touched.
set -eu
[ "${COMPTOIR_WORLD:-}" = 1 ] && exec "$@"
if [ "$(id -u)" = 0 ]; then flags=-mn; else flags=-Urmn; fi
exec unshare "$flags" -- sh -c '
  ip link set lo up
  mount -t tmpfs -o mode=0755 none /run
  export COMPTOIR_WORLD=1
  exec "$@"' world "$@"
