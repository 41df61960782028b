/** One line for a developer: what was sent and what came back. Digits of a code are never in it. */
export function traceLine(command: Buffer, answer: Buffer | null): string {
  const [cla = 0, ins = 0] = command;
  const name = NAMES[(cla << 8) | ins] ?? '?';
  const secret = cla === 0 && (ins === 0x20 || ins === 0x24);
  const sent = secret && command.length > 5 ? `${hex(command.subarray(0, 5))} ··` : hex(command);
  if (!answer) return `${name.padEnd(14)}${sent}  →  ∅`;
  const word = hex(answer.subarray(-2));
  const size = answer.length > 2 ? `${answer.length - 2} B ` : '';
  return `${name.padEnd(14)}${sent}  →  ${size}${word}`;
}

/** CLA and INS as one number. */
const NAMES: Record<number, string> = {
  ...{ 164: 'SELECT', 176: 'READ', 192: 'GET RESPONSE', 32: 'VERIFY', 36: 'CHANGE', 34: 'MSE SET', 42: 'PSO', 136: 'INT AUTH' },
  ...{ 32996: 'CARD DATA', 32998: 'LOG OFF' },
};

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
