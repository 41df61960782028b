#!/bin/sh
# Run by dpkg after the files are gone.
profile='/etc/apparmor.d/${executable}'
if [ -f "$profile" ] && [ "$1" != upgrade ]; then
  if apparmor_status --enabled >/dev/null 2>&1; then apparmor_parser --remove "$profile" 2>/dev/null || true; fi
  rm -f "$profile"
fi
exit 0
