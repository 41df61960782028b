import type { RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState } from 'react';
import { type OpenPdf, openPdf } from './pdf.ts';
import { scaleFor } from './scale.ts';

interface Props {
  url: string;
  /** From 1. */
  page: number;
  onOpen: (pages: number) => void;
  onFail: (why: 'broken' | 'locked') => void;
}

/** One page of a PDF, drawn as wide as its place, with its words for a screen reader. */
export function PdfPages({ url, page, onOpen, onFail }: Props) {
  const [pdf, setPdf] = useState<OpenPdf | null>(null);
  const [words, setWords] = useState('');
  const canvas = useRef<HTMLCanvasElement>(null);
  const tell = useRef({ onOpen, onFail });
  tell.current = { onOpen, onFail };

  useEffect(() => {
    let open: OpenPdf | null = null;
    let over = false;
    void fetch(url)
      .then((answer) => answer.arrayBuffer())
      .then(openPdf)
      .then(
        (made) => {
          if (over) return made.close();
          open = made;
          setPdf(made);
          tell.current.onOpen(made.document.numPages);
        },
        (error: unknown) => {
          const locked = error instanceof Error && error.name === 'PasswordException';
          if (!over) tell.current.onFail(locked ? 'locked' : 'broken');
        },
      );
    return () => {
      over = true;
      open?.close();
    };
  }, [url]);

  useEffect(() => {
    const it = canvas.current;
    if (!pdf || !it) return;
    let task: RenderTask | null = null;
    let over = false;
    const draw = async () => {
      const found = await pdf.document.getPage(page);
      const { items } = await found.getTextContent();
      if (over) return;
      setWords(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
      const width = it.parentElement?.clientWidth ?? 800;
      const plain = found.getViewport({ scale: 1 });
      const scale = scaleFor(plain.width, plain.height, width * window.devicePixelRatio);
      const viewport = found.getViewport({ scale });
      it.width = Math.max(1, Math.round(viewport.width));
      it.height = Math.max(1, Math.round(viewport.height));
      task = found.render({ canvas: it, viewport });
      await task.promise;
      it.dataset.drawn = String(page);
    };
    const failed = (error: unknown) => {
      if (!over && !(error instanceof Error && error.name === 'RenderingCancelledException')) tell.current.onFail('broken');
    };
    draw().catch(failed);
    return () => {
      over = true;
      task?.cancel();
    };
  }, [pdf, page]);

  return (
    <>
      <canvas ref={canvas} className="viewer-page" aria-hidden />
      <p className="unseen">{words}</p>
    </>
  );
}
