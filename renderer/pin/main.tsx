// First, so that the parts and this window can say something else.
import '../parts/base.css';
import { StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { createRoot } from 'react-dom/client';
import { ask } from '../bridge/index.ts';
import { mirror } from '../words/direction.ts';
import { startWords } from '../words/index.ts';
import { Pin } from './Pin.tsx';
import './resources.ts';
import './pin.css';

const [view, look] = await Promise.all([ask('pin.read'), ask('pin.look')]);
const root = document.getElementById('root');
// Closed before it was drawn: the shell is about to destroy this window.
if (root && view.ok && view.value.phase !== 'closed') {
  const { language } = view.value;
  if (look.ok) {
    document.documentElement.dataset.size = String(look.value.size);
    document.documentElement.dataset.theme = look.value.dark ? 'dark' : 'light';
  }
  await startWords(language, ['pin']);
  createRoot(root).render(
    <StrictMode>
      <I18nProvider locale={language}>
        <Pin first={view.value} />
      </I18nProvider>
    </StrictMode>,
  );
}

// Test builds: `dispatchEvent(new Event('comptoir:mirror'))` shows the window from right to left.
if (__TEST_BUILD__) addEventListener('comptoir:mirror', () => mirror(true));
