import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../parts/base.css';
import { mirror } from '../words/direction.ts';
import { App } from './App.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

// Test builds: `dispatchEvent(new Event('comptoir:mirror'))` shows the kiosk from right to left.
if (__TEST_BUILD__) addEventListener('comptoir:mirror', () => mirror(true));
