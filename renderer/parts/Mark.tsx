import './Mark.css';

/** The sign of Comptoir: a counter, seen from the front, with a sun on it. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 48 48" aria-hidden="true">
      <rect className="mark-house" width="48" height="48" rx="14" />
      <path className="mark-sun" d="M14 25a10 10 0 0 1 20 0z" />
      <rect className="mark-desk" x="9" y="28" width="30" height="7" rx="3.5" />
    </svg>
  );
}
