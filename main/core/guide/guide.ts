/** Answers given so far, by question. They live in the screen's memory and nowhere else. */
export type Answers = Readonly<Record<string, string>>;

/** What a guide is made of. A step with a condition is walked past unless the answer is one of those named. */
export interface GuideStep {
  when?: { answer: string; isOneOf: readonly string[] };
}

/** Where a person is: 0 is the sheet, before the first step; steps count from 1; one past the last is the end. */
export type Position = number;

/** Is this step for this person? */
export function applies(step: GuideStep, answers: Answers): boolean {
  if (!step.when) return true;
  const answer = Object.hasOwn(answers, step.when.answer) ? answers[step.when.answer] : undefined;
  return answer !== undefined && step.when.isOneOf.includes(answer);
}

/** The next position that applies; the end is `steps.length + 1`, and nothing comes after it. */
export function nextPosition(steps: readonly GuideStep[], at: Position, answers: Answers = {}): Position {
  const found = steps.findIndex((step, i) => i + 1 > at && applies(step, answers));
  return found === -1 ? steps.length + 1 : found + 1;
}

/** The position before that applies; 0 is the sheet, and nothing comes before it. */
export function backPosition(steps: readonly GuideStep[], at: Position, answers: Answers = {}): Position {
  return steps.findLastIndex((step, i) => i + 1 < at && applies(step, answers)) + 1;
}

/** "Step n of m", counting only the steps that apply; n is 0 on the sheet and m at the end. */
export function progressAt(steps: readonly GuideStep[], at: Position, answers: Answers = {}): { n: number; of: number } {
  const applying = steps.flatMap((step, i) => (applies(step, answers) ? [i + 1] : []));
  return { n: applying.filter((position) => position <= at).length, of: applying.length };
}

/** Is the guide at its end? */
export function isAtEnd(steps: readonly GuideStep[], at: Position): boolean {
  return at > steps.length;
}
