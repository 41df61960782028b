import './Fit.css';

/** The same thing said in full where there is room and in short where there is not; only one of them is there for anybody. */
export function Fit({ long, short }: { long: string; short: string }) {
  return (
    <>
      <span className="fit-long">{long}</span>
      <span className="fit-short">{short}</span>
    </>
  );
}
