import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import { samplePdf } from '../../main/services/papers/samples.ts';
import { ROOT } from './app.ts';

// Frames of other origins have processes of their own. What drives the other tests would hold them up, so nothing drives this one.

const FIELD =
  '<!doctype html><style>input{position:fixed;inset:0;width:100%;height:100%}</style><input type="file" accept=".pdf">';

test('a file field in a frame of another site, or in a sandbox, asks us and never the system', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'frames-'));
  const server = http.createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html');
    const other = `http://localhost:${(server.address() as AddressInfo).port}/field`; // it listens on a port
    const size = 'width="400" height="300" style="border:0"';
    response.end(
      request.url === '/field'
        ? FIELD
        : `<!doctype html><body style="margin:0"><iframe ${size} src="${other}"></iframe><iframe ${size} sandbox="allow-scripts" src="/field"></iframe>`,
    );
  });
  try {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const file = path.join(folder, 'document-1.pdf');
    writeFileSync(file, samplePdf('x'));
    writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
    await build({
      configFile: false,
      root: ROOT,
      logLevel: 'error',
      ssr: { noExternal: true, external: ['electron'] },
      build: { ssr: path.join(ROOT, 'main/shell/portal/chooser.ts'), outDir: path.join(folder, 'out'), target: 'node20' },
    });
    const electron = createRequire(import.meta.url)('electron') as unknown as string; // outside of Electron it is the program's path
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`; // it listens on a port
    const inside = path.join(import.meta.dirname, 'frames-inside.cjs');
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const child = spawn(
      electron,
      [...asRoot, `--user-data-dir=${path.join(folder, 'data')}`, inside, address, file, path.join(folder, 'out/chooser.js')],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    );
    let said = '';
    child.stdout.on('data', (part) => {
      said += String(part);
    });
    await once(child, 'exit');
    const news = [...said.matchAll(/^NEWS (.*)$/gm)].map(([, text]) => JSON.parse(text ?? ''));
    const question = { host: '127.0.0.1', many: false, accept: '.pdf' };
    expect(news).toEqual([{ question }, { question }, { processes: 3, names: ['document-1.pdf', 'document-1.pdf'], dialogs: 0 }]);
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
