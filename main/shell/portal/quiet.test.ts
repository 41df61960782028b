import { expect, test } from 'vitest';
import { withoutAddresses } from './quiet.ts';

test('of an address only the host is said', () => {
  expect(withoutAddresses('Failed to load URL: https://www.site.be/a/b?niss=850730#x with error: ERR_FAILED')).toBe(
    'Failed to load URL: https://www.site.be/… with error: ERR_FAILED',
  );
  expect(withoutAddresses('https://site.be?q=1 app://kiosk/x')).toBe('https://site.be/… app://kiosk/…');
  expect(withoutAddresses('nothing of the kind: 12/13')).toBe('nothing of the kind: 12/13');
});
