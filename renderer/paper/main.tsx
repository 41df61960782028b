import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { ask } from '../bridge/index.ts';
import { startWords } from '../words/index.ts';
import { PaperSheet } from './PaperSheet.tsx';
import './paper.css';

// The page is never on a screen, so nothing here waits for a frame to be painted.
const [answer, boot] = await Promise.all([ask('paper.read'), ask('app.boot')]);
const root = document.getElementById('root');
if (answer.ok && boot.ok && root) {
  const paper = answer.value;
  await startWords(paper.language, ['kiosk']);
  flushSync(() => createRoot(root).render(<PaperSheet paper={paper} today={boot.value.today} />));
  document.title = paper.sheet.text.title;
  await document.fonts.ready;
  // The shell waits for this before it prints.
  document.documentElement.dataset.ready = 'true';
}
