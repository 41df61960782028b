import { type Ask, page, type Reply } from '../site.ts';

/** The same addresses after a new look: other words, other names for everything, nothing where it was. */
export function irisboxChanged({ path }: Ask): Reply {
  return page(`<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Mon espace</title>
<style>body{margin:0;font:18px Georgia,serif;background:#102a2e;color:#e8f3f1;display:grid;place-items:center;min-height:100vh}a{color:#9fe3d0}</style></head>
<body><article><p>Bienvenue dans votre nouvel espace.</p><p><a class="x1" href="/irisbox/home?vue=${path.length}">Entrer</a></p><p><a class="x2" href="/irisbox/start">Poursuivre</a></p></article></body></html>`);
}
