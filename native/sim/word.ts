/** SW1 SW2 from hex. */
export function word(hex: string): Buffer {
  return Buffer.from(hex, 'hex');
}
