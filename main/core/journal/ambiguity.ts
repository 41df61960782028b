/** A number of a table between two knots of its flow. `few` is known to be 1 to 4, `hidden` to be 5 or more. */
export interface Arc {
  name: string;
  from: string;
  to: string;
  value: number;
  state: 'shown' | 'few' | 'hidden';
}

const MOST_FEW = 4;
const LEAST_HIDDEN = 5;

interface Step {
  arc: Arc;
  to: string;
  cost: number;
}

/**
 * The cheapest circle through `start`, as the arcs on it: if each may be one more or one less than it is, as the circle runs through
 * it, nobody can tell. An arc that is shown may be hidden for the price of its value, unless it is zero. Null when there is none.
 */
export function cheapestCycle(arcs: readonly Arc[], start: Arc): Arc[] | null {
  const ways = [
    mayGrow(start) ? path(arcs, start, start.to, start.from) : null,
    mayShrink(start) ? path(arcs, start, start.from, start.to) : null,
  ].flatMap((way) => (way === null ? [] : [way]));
  return ways.sort((a, b) => a.cost - b.cost)[0]?.arcs ?? null;
}

const mayGrow = (arc: Arc) => (arc.state === 'few' ? arc.value < MOST_FEW : arc.value >= LEAST_HIDDEN);
const mayShrink = (arc: Arc) => (arc.state === 'few' ? arc.value > 1 : arc.value > LEAST_HIDDEN);
const priceOf = (arc: Arc) => (arc.state === 'shown' ? arc.value : 0);

/** Dijkstra, without the arc `but`. */
function path(arcs: readonly Arc[], but: Arc, from: string, to: string): { cost: number; arcs: Arc[] } | null {
  const steps = stepsOf(arcs.filter((arc) => arc !== but));
  const best = new Map<string, { cost: number; arcs: Arc[] }>([[from, { cost: 0, arcs: [] }]]);
  const open = new Set([from]);
  while (open.size > 0) {
    const knot = [...open].reduce((a, b) => ((best.get(a)?.cost ?? 0) <= (best.get(b)?.cost ?? 0) ? a : b));
    open.delete(knot);
    const here = best.get(knot);
    if (!here || knot === to) return here ?? null;
    for (const step of steps.get(knot) ?? []) {
      const cost = here.cost + step.cost;
      if (cost >= (best.get(step.to)?.cost ?? Number.POSITIVE_INFINITY)) continue;
      best.set(step.to, { cost, arcs: [...here.arcs, step.arc] });
      open.add(step.to);
    }
  }
  return null;
}

/** Where one can go from each knot: along an arc that may grow, against one that may shrink. */
function stepsOf(arcs: readonly Arc[]): Map<string, Step[]> {
  const steps = new Map<string, Step[]>();
  const put = (from: string, step: Step) => steps.set(from, [...(steps.get(from) ?? []), step]);
  for (const arc of arcs) {
    if (mayGrow(arc)) put(arc.from, { arc, to: arc.to, cost: priceOf(arc) });
    if (mayShrink(arc)) put(arc.to, { arc, to: arc.from, cost: priceOf(arc) });
  }
  return steps;
}
