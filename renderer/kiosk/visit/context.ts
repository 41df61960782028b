import { createContext, type Dispatch, useContext } from 'react';
import type { Boot } from '../../../main/core/contract.ts';
import type { OtherWay } from '../../../main/core/journal/record.ts';
import type { Language } from '../../../main/core/language.ts';
import type { ProcedureLine } from '../../../main/core/procedure/schema.ts';
import type { Action, State } from '../state.ts';

/** What every screen of a visit shares. */
export interface Kiosk {
  boot: Boot;
  state: State;
  dispatch: Dispatch<Action>;
  language: Language;
  /** All procedures in the language spoken, or null while they are read. */
  lines: readonly ProcedureLine[] | null;
  speakTo: (language: Language) => void;
  /** Ends the visit with what the citizen said of it, if anything; everything is erased. */
  end: () => void;
  chooseWay: (way: OtherWay) => void;
  /** "Do not count me" and back. */
  count: (count: boolean) => void;
}

export const KioskContext = createContext<Kiosk | null>(null);

/** The kiosk, inside a visit. */
export function useKiosk(): Kiosk {
  const kiosk = useContext(KioskContext);
  if (!kiosk) throw new Error('no visit here');
  return kiosk;
}
