import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { ask } from '../bridge/index.ts';
import { startWords } from '../words/index.ts';
import { PaperSheet } from './PaperSheet.tsx';
import './paper.css';

// The page is never on a screen, so nothing here waits for a frame to be painted.
const answer = await ask('paper.read');
const root = document.getElementById('root');
if (answer.ok && root) {
  const paper = answer.value;
  await startWords(paper.language, ['kiosk']);
  flushSync(() => createRoot(root).render(<PaperSheet paper={paper} />));
  document.title = paper.sheet.text.title;
  await document.fonts.ready;
  // The shell waits for this before it prints.
  document.documentElement.dataset.ready = 'true';
}
