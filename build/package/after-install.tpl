#!/bin/sh
# Run by dpkg after the files are in place. electron-builder fills in the names.
app='/opt/${sanitizedProductName}'

# Chromium's sandbox: user namespaces where an ordinary user may make them, else its own setuid helper.
if setpriv --reuid 65534 --regid 65534 --clear-groups unshare --user true 2>/dev/null; then
  chmod 0755 "$app/chrome-sandbox"
else
  chmod 4755 "$app/chrome-sandbox"
fi

# AppArmor from Ubuntu 24.04 on forbids user namespaces to programs without a profile; older ones cannot read this one.
if apparmor_status --enabled >/dev/null 2>&1; then
  profile="$app/resources/apparmor-profile"
  if apparmor_parser --skip-kernel-load --debug "$profile" >/dev/null 2>&1; then
    cp -f "$profile" '/etc/apparmor.d/${executable}'
    if ! { [ -x /usr/bin/ischroot ] && /usr/bin/ischroot; }; then
      apparmor_parser --replace --write-cache --skip-read-cache '/etc/apparmor.d/${executable}' || true
    fi
  fi
fi

# The print service keeps no page and no list of pages. Its own tool changes its own file; where it does not run yet (an image
# being built, CUPS installed later), `comptoir doctor` says so.
if command -v cupsctl >/dev/null; then
  cupsctl PreserveJobFiles=No PreserveJobHistory=No >/dev/null 2>&1 || true
fi

if command -v update-desktop-database >/dev/null; then update-desktop-database -q /usr/share/applications || true; fi
if command -v gtk-update-icon-cache >/dev/null; then gtk-update-icon-cache -q /usr/share/icons/hicolor || true; fi
exit 0
