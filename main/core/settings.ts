import { z } from 'zod';
import { Keep } from './journal/retention.ts';
import { LANGUAGES, Language } from './language.ts';
import { Region } from './procedure/schema.ts';

export const SEATS = ['kiosk', 'console', 'phone'] as const;
export const SeatName = z.enum(SEATS);
export type SeatName = z.infer<typeof SeatName>;

const noDoubles = (list: readonly string[]) => new Set(list).size === list.length;

/** `settings.json` in the user-data folder. Every key has a default; an unknown key is an error. */
export const Settings = z.strictObject({
  /** Which windows this machine opens. */
  seats: z.array(SeatName).min(1).refine(noDoubles).default(['kiosk', 'console']),
  place: z
    .strictObject({
      /** Name of the EPN, shown on the attract screen and the paper. */
      name: z.string().max(80).default(''),
      region: Region.default('bruxelles'),
      /** Name of this kiosk in the room view. */
      kiosk: z.string().min(1).max(40).default('1'),
    })
    .prefault({}),
  languages: z
    .array(Language)
    .min(1)
    .refine(noDoubles)
    .default([...LANGUAGES]),
  /** Language of the console and phone seats. */
  staffLanguage: Language.default('fr'),
  idle: z
    .strictObject({
      /** Seconds without a touch before the warning. */
      seconds: z.int().min(20).max(1800).default(180),
      /** Seconds the warning lasts before the visit ends (WCAG 2.2.1: at least 20). */
      warning: z.int().min(20).max(600).default(60),
    })
    .prefault({}),
  /** Name of the card reader of each seat (or how its name begins), as `comptoir doctor` prints it. Null: any that no other seat names. */
  readers: z
    .strictObject({ kiosk: z.string().min(1).nullable().default(null), console: z.string().min(1).nullable().default(null) })
    .prefault({}),
  pin: z
    .strictObject({
      /** The digits of the PIN window in a new order each time: safer from eyes, harder to find. */
      shuffled: z.boolean().default(false),
    })
    .prefault({}),
  printers: z
    .strictObject({
      /** CUPS queue beside the kiosk, or null. */
      kiosk: z.string().min(1).nullable().default(null),
      /** CUPS queue at the facilitator's desk, or null. */
      desk: z.string().min(1).nullable().default(null),
    })
    .prefault({}),
  papers: z
    .strictObject({
      /** A citizen may take documents along on a USB stick. */
      stick: z.boolean().default(true),
      /** Scanner of the kiosk, as `scanimage -L` names it. Null: the first one that is found. False: none is looked for. */
      scanner: z
        .union([z.string().min(1).max(200), z.literal(false)])
        .nullable()
        .default(null),
      /** Folder into which a scanner drops files; those that come during a visit become the visit's. */
      folder: z.string().min(1).nullable().default(null),
      /** The one-time page for a photo from a phone (docs/papers.md); null: there is none. */
      phone: z
        .strictObject({
          /** Address of this machine in the network of the phones: the page listens there and nowhere else. */
          address: z.union([z.ipv4(), z.ipv6()]),
          port: z.int().min(1024).max(65_535),
          /** Name that the certificate is for, when the place brings its own: PEM files, absolute. */
          name: z.string().min(1).max(253).nullable().default(null),
          certificate: z.string().min(1).nullable().default(null),
          key: z.string().min(1).nullable().default(null),
        })
        .nullable()
        .default(null),
    })
    .prefault({}),
  /** How long the journal keeps what. */
  journal: Keep.prefault({}),
  /** Full screen without a way out (a window manager or kiosk session is still needed: see README). */
  locked: z.boolean().default(false),
});
export type Settings = z.infer<typeof Settings>;
