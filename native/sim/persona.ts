import type { Applet } from './applets.ts';

/** An invented person and how their card is made. Nobody here exists; the check digits of the numbers are wrong on purpose, so that they are nobody's. */
export interface Persona {
  readonly applet: Applet;
  /** Tag of the identity file -> text; an empty one is a tag with nothing in it. */
  readonly identity: Readonly<Record<number, string>>;
  /** Street and number, postcode, municipality; null when the register knows no address and the file is all zeros. */
  readonly address: readonly [string, string, string] | null;
  /** Grey of the silhouette, -100..50. */
  readonly shade: number;
  /** `none`: an empty photo file, and no hash of it. */
  readonly photo?: 'none';
  /** Both keys are certified when not said. A child's card has none, and some cards only the one for log-in. */
  readonly certified?: 'none' | 'login';
}

export interface PersonaLines {
  readonly applet?: Applet;
  /** Card number, first day, last day, municipality. */
  readonly card: readonly [number: string, from: string, until: string, at: string];
  /** National number, name, given names, first letter of the third. */
  readonly who: readonly [number: string, name: string, given: string, third: string];
  /** Nationality, place, date as written, sex letter. */
  readonly born: readonly [nationality: string, place: string, date: string, sex: string];
  /** Document type, special status (0 when not said), noble condition. */
  readonly type: readonly [type: string, status?: string, noble?: string];
  /** Tags from 12 on (ID and address file contents v5, 15/11/2023). */
  readonly more?: Readonly<Record<number, string>>;
  readonly address: Persona['address'];
  readonly photo?: 'none';
  readonly certified?: 'none' | 'login';
}

/** A persona from few lines; applet 1.8 when not said. */
export function persona({ applet = '1.8', card, who, born, type, more, address, ...rest }: PersonaLines): Persona {
  const [status = '0', noble = ''] = type.slice(1);
  const [number, from, until, at] = card;
  return {
    applet,
    identity: {
      ...{ 1: number, 3: from, 4: until, 5: at, 6: who[0], 7: who[1], 8: who[2], 9: who[3] },
      ...{ 10: born[0], 11: born[1], 12: born[2], 13: born[3], 14: noble, 15: type[0], 16: status },
      ...more,
    },
    address,
    // Told apart at a glance, and the same each time.
    shade: -80 + (Number(who[0]) % 97),
    ...rest,
  };
}
