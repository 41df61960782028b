/** The reader, below; cards and cables are drawn before it. The lamp: off, waiting, good. */
export function Reader({ lamp = 'off' }: { lamp?: 'off' | 'on' | 'blink' | 'good' }) {
  return (
    <g>
      <path
        className="art-reader"
        d="M58 340h304a30 30 0 0 1 30 30v66a40 40 0 0 1-40 40H68a40 40 0 0 1-40-40v-66a30 30 0 0 1 30-30z"
      />
      <rect className="art-slot" x="92" y="340" width="236" height="16" rx="8" />
      <circle className={`art-lamp art-lamp-${lamp}`} cx="340" cy="432" r="13" />
    </g>
  );
}
