/** A sentence in which one part (an address) keeps its own direction and may break anywhere. */
export function Island({ part, children }: { part: string; children: string }) {
  const at = children.indexOf(part);
  if (at < 0) return <>{children}</>;
  return (
    <>
      {children.slice(0, at)}
      <span className="code island">{part}</span>
      {children.slice(at + part.length)}
    </>
  );
}
