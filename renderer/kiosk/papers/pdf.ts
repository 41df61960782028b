import { getDocument, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import openJpegUrl from 'pdfjs-dist/wasm/openjpeg_nowasm_fallback.js?url';
import { MOST_CANVAS } from './scale.ts';

/** The letters that every reader of PDF must have by itself (ISO 32000-1, 9.6.2.2); their names are the reader's own. */
const FONTS = import.meta.glob<string>('../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
  query: '?url',
  import: 'default',
  eager: true,
});

class Fonts {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const url = Object.entries(FONTS).find(([file]) => file.endsWith(`/${filename}`))?.[1];
    const answer = url ? await fetch(url) : null;
    if (!answer?.ok) throw new Error('no such font');
    return new Uint8Array(await answer.arrayBuffer());
  }
}

interface ScriptUrls {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}
// Chromium has it; our content security policy wants every address of a script to pass through it.
const urls = (globalThis as unknown as { trustedTypes: ScriptUrls }).trustedTypes.createPolicy('pdf', {
  createScriptURL: (url) => (url === workerUrl ? url : ''),
});

/** Of a picture in a document: as many as a photo that is taken by itself. */
const MOST_PIXELS = 51_000_000;

export interface OpenPdf {
  document: PDFDocumentProxy;
  close(): void;
}

/**
 * Opens a PDF in a worker of its own: no eval, no WebAssembly, no script of the document, no link, nothing from elsewhere. Rejects
 * with an error named PasswordException when it is locked, and any other when it is broken.
 */
export async function openPdf(data: ArrayBuffer): Promise<OpenPdf> {
  const port = new Worker(urls.createScriptURL(workerUrl), { type: 'module' });
  // The types know a worker without a port only.
  const worker = new PDFWorker({ port } as unknown as ConstructorParameters<typeof PDFWorker>[0]);
  const loading = getDocument({
    data,
    worker,
    StandardFontDataFactory: Fonts,
    useWorkerFetch: false,
    useSystemFonts: false,
    useWasm: false,
    // The worker adds the name of a file to a folder: behind "#" it changes nothing.
    wasmUrl: `${new URL(openJpegUrl, document.baseURI)}#/`,
    isEvalSupported: false,
    enableXfa: false,
    // Few bytes may stand for a picture that fills the machine's memory: it is left out, or drawn smaller.
    maxImageSize: MOST_PIXELS,
    canvasMaxAreaInBytes: MOST_CANVAS * 4,
    verbosity: 0,
  });
  const close = () => {
    void loading
      .destroy()
      .catch(() => {})
      .then(() => port.terminate());
  };
  try {
    return { document: await loading.promise, close };
  } catch (error) {
    close();
    throw error;
  }
}
