import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readTlv } from '../eid/tlv.ts';
import { APPLET_FACTS, APPLETS } from './applets.ts';
import { makeAuthority } from './authority.ts';
import { makeFiles, PATHS } from './files.ts';
import { PEOPLE, type Persona } from './people.ts';

const everybody = Object.entries<Persona>(PEOPLE);

test.each(everybody)('%s is nobody: no check digits fit', (_name, { identity }) => {
  const [number = '', card = ''] = [identity[6], identity[1]];
  expect(number).toMatch(/^\d{11}$/);
  const [nine, check] = [number.slice(0, 9), Number(number.slice(9))];
  expect(97 - (Number(nine) % 97)).not.toBe(check);
  expect(97 - (Number(`2${nine}`) % 97)).not.toBe(check);
  if (card.length === 12) expect(Number(card.slice(0, 10)) % 97 || 97).not.toBe(Number(card.slice(10)));
});

test('nobody has the number of another', () => {
  for (const tag of [1, 6]) expect(new Set(everybody.map(([, { identity }]) => identity[tag])).size).toBe(everybody.length);
});

test('every generation of card, every family of documents, every further tag and every way to write a date has somebody', () => {
  const people = everybody.map(([, person]) => person);
  expect(new Set(people.map(({ applet }) => applet))).toEqual(new Set(APPLETS));
  const types = new Set(people.map(({ identity }) => Number(identity[15])));
  for (const type of [1, 6, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 27, 28, 31, 32, 33, 34, 35, 36, 61])
    expect(types).toContain(type);
  const tags = new Set(people.flatMap(({ identity }) => Object.keys(identity).map(Number)));
  for (let tag = 1; tag <= 0x1f; tag++) if (![2, 0x11, 0x1a].includes(tag)) expect(tags).toContain(tag);
  const dates = people.map(({ identity }) => identity[12] ?? '').join('\n');
  for (const way of [
    /^\d\d \w{3,4} {1,2}\d{4}$/m,
    /^\d\d\.[A-ZÄ]{3}\.\d{4}$/m,
    /^\d\d\.\w+ \d{4}$/m,
    /^ +\w+ +\d{4}$/m,
    /^ *\d{4}$/m,
  ])
    expect(dates).toMatch(way);
});

describe.each(APPLETS)('a card of applet %s', (applet) => {
  const { signature, photoHash } = APPLET_FACTS[applet];
  const files = makeFiles({ ...PEOPLE.nadia, applet }, makeAuthority({ signature }));
  const bytesOf = (path: string) => files.get(path) ?? Buffer.alloc(0);

  test('names its photo by the hash of its time, and its signatures are as long as the key of the register', () => {
    const fields = readTlv(bytesOf(PATHS.identity));
    const hash = fields.ok ? fields.value.get(0x11) : undefined;
    expect(Buffer.from(hash ?? [])).toEqual(createHash(photoHash).update(bytesOf(PATHS.photo)).digest());
    expect(bytesOf(PATHS.identitySignature)).toHaveLength(signature === 'ecdsa-sha384' ? 112 : 256);
  });

  test('has an address file of fixed size, and zeros behind each certificate and where there is none', () => {
    const [trail, none] = applet === '1.8' ? [1100, 2500] : [50, 1300];
    expect(bytesOf(PATHS.address)).toHaveLength(117);
    expect(bytesOf(PATHS.register).subarray(-trail)).toEqual(Buffer.alloc(trail));
    expect(bytesOf(PATHS.register).subarray(0, -trail).at(-1)).toBeDefined();
    expect(bytesOf(PATHS.authentication)).toEqual(Buffer.alloc(none));
  });
});
