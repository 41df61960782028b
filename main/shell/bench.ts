import { shown } from './windows.ts';

/** Tells a bench on standard output when the first citizen screen is painted: two frames after its heading is there. */
export function tellPainted(): void {
  const kiosk = shown().find(({ name }) => name === 'kiosk');
  if (!kiosk) return;
  const script = `new Promise((done) => {
    const look = () => (document.querySelector('h1') ? requestAnimationFrame(() => requestAnimationFrame(done)) : requestAnimationFrame(look));
    look();
  })`;
  void kiosk.window.webContents.executeJavaScript(script).then(() => console.log(`PAINTED ${Date.now()}`));
}
