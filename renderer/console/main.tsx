// First, so that the parts and the seat can say something else.
import '../parts/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ask } from '../bridge/index.ts';
import { startWords } from '../words/index.ts';
import { Console } from './Console.tsx';
import { Failed } from './parts/Failed.tsx';
import './resources.ts';
import './console.css';

const boot = await ask('app.boot');
const place = document.getElementById('root');
if (!place) throw new Error('no #root in the page');
await startWords(boot.ok ? boot.value.settings.staffLanguage : 'fr', ['console', 'mishaps']);
createRoot(place).render(<StrictMode>{boot.ok ? <Console boot={boot.value} /> : <Failed />}</StrictMode>);
