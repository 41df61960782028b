import type { LoginModule } from './find-module.ts';

/** What stands between a card and a log-in here: nothing, no module at all, or a module that cannot sign with its keys. */
type CanLogIn = 'yes' | 'no-module' | 'needs-eid-mw';

/** Whether a card of this applet (`"1.7"`, as `comptoir card` tells it) can log in with this module. From 1.8 on its keys are elliptic. */
export function canLogIn(applet: string, module: LoginModule | null): CanLogIn {
  if (!module) return 'no-module';
  const [major = 0, minor = 0] = applet.split('.').map(Number);
  return canSign(major < 1 || (major === 1 && minor < 8) ? 'pkcs1' : 'ecdsa', module) ? 'yes' : 'needs-eid-mw';
}

/** Whether sites can be logged in to with a card whose key signs so. */
export const canSign = (scheme: 'pkcs1' | 'pss' | 'ecdsa', module: LoginModule | null): boolean =>
  module !== null && (module.elliptic || scheme !== 'ecdsa');
