/** A finger that touches: drawn here, so that the poster needs no library of pictures. */
export function Hand() {
  return (
    <svg className="attract-hand" viewBox="0 0 64 64" aria-hidden="true">
      <circle cx="24" cy="17" r="13" className="attract-ring" />
      <path d="M20 38V17a4 4 0 0 1 8 0v14l17 3.6a7 7 0 0 1 5.5 7.8L49 54a7 7 0 0 1-7 6H30a9 9 0 0 1-7-3.4L11.8 42.4a4.2 4.2 0 0 1 6-5.8z" />
    </svg>
  );
}
