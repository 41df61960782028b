import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { openApp } from './app.ts';
import { kioskOf } from './pages/kiosk.ts';

// The private world has a loopback and nothing else; the kernel counts what anybody in it tried to send.

/** Counters of this network namespace since it began (proc(5), /proc/net/snmp). */
function counters(): { opens: number; datagrams: number } {
  const lines = readFileSync('/proc/net/snmp', 'utf8').split('\n');
  const read = (protocol: string, name: string) => {
    const [names, values] = lines.filter((line) => line.startsWith(`${protocol}:`)).map((line) => line.split(/\s+/));
    return Number(values?.[names?.indexOf(name) ?? -1]);
  };
  return { opens: read('Tcp', 'ActiveOpens'), datagrams: read('Udp', 'OutDatagrams') };
}

test('a whole visit asks nothing of any network: no connection is tried, no datagram sent', async () => {
  const app = await openApp();
  try {
    // Playwright itself talks to the app over loopback; it has connected by now and opens nothing more.
    await (await app.window('console')).waitForLoadState();
    await app.window('kiosk');
    const before = counters();
    expect(before.opens).toBeGreaterThanOrEqual(0);
    const kiosk = await kioskOf(app);
    await kiosk.begin();
    await kiosk.openSheet('pension-estimation');
    await kiosk.walkGuide('pension-estimation');
    await kiosk.end();
    expect(counters()).toEqual(before);
  } finally {
    await app.close();
  }
});
