import { page, type Site } from '../site.ts';

/** Answers every address with its own name: hosts that are only there to be reached or not. */
export const plain: Site = ({ host, path }) =>
  page(
    `<!doctype html><html lang="fr"><title>${host}</title><h1 id="reached">${host}</h1><p>${path.replace(/[<>&]/g, '')}</p></html>`,
  );
