/**
 * A sentence that a screen reader says when it changes; nothing is seen. `now` interrupts what is being said.
 * The attribute keeps it speaking while a dialog hides the rest of the page.
 */
export function Live({ text, now = false }: { text: string; now?: boolean }) {
  return (
    <div className="unseen" data-live-announcer="true" role={now ? 'alert' : 'status'} aria-live={now ? 'assertive' : 'polite'}>
      {text}
    </div>
  );
}
