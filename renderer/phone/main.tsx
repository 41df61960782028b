// First, so that the parts and the seat can say something else.
import '../parts/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ask } from '../bridge/index.ts';
import { startWords } from '../words/index.ts';
import { Failed } from './Failed.tsx';
import { Phone } from './Phone.tsx';
import './resources.ts';
import './phone.css';

const boot = await ask('app.boot');
const place = document.getElementById('root');
if (!place) throw new Error('no #root in the page');
// The words of the sheet itself (facts, ways, legal bases) are those of the kiosk.
await startWords(boot.ok ? boot.value.settings.staffLanguage : 'fr', ['phone', 'kiosk', 'mishaps']);
createRoot(place).render(<StrictMode>{boot.ok ? <Phone boot={boot.value} /> : <Failed />}</StrictMode>);
