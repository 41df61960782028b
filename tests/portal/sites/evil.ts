import { page, redirect, type Site } from '../site.ts';

/** Whoever sees this has left the house. It looks like a log-in, offers a program, and sends people back with a smile. */
export const evil: Site = ({ host, path, query }) => {
  if (path === '/setup.exe')
    return { type: 'application/octet-stream', body: 'MZ', headers: { 'Content-Disposition': 'attachment' } };
  if (path === '/hop') return redirect(query.get('to') ?? '/');
  if (path === '/pixel.png') return { type: 'image/png', body: Buffer.alloc(0) };
  return page(`<!doctype html><html lang="fr"><title>ESCAPED</title><h1 id="escaped">ESCAPED to ${host}</h1>
<form method="post" action="/"><input type="password" name="pin"></form>
<script>try{parent!==self&&parent.postMessage('escaped','*');opener&&opener.postMessage('escaped','*')}catch{}</script></html>`);
};
