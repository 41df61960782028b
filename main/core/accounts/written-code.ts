/** Crockford's base32: nothing to confuse by eye or ear. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Groups of four signs: 20 bits each. */
export const ONE_TIME_GROUPS = 4;
export const RECOVERY_GROUPS = 4;
/** The sealed code opens a manager's account by itself. */
export const SEALED_GROUPS = 6;
/** How many recovery codes come with a second factor. */
export const RECOVERY_CODES = 8;

/** Bytes of randomness that so many groups take: one a sign, of which five bits are used. */
export const bytesFor = (groups: number): number => groups * 4;

/** A code to be written on paper: `XXXX-XXXX-…`, from uniform random bytes, one a sign. */
export function writtenCode(random: Uint8Array): string {
  const signs = [...random].map((byte) => SIGNS[byte & 31]).join('');
  return signs.match(/.{4}/g)?.join('-') ?? '';
}

/** A code as somebody typed it from the paper: case, hyphens and spaces do not count, O is 0, I and L are 1. */
export function asWritten(typed: string): string {
  const signs = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return signs.match(/.{1,4}/g)?.join('-') ?? '';
}
