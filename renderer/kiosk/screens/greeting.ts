import type { CardView } from '../../../main/core/card/view.ts';

/** The first name to greet with: only once the card is verified, and only if it was agreed to. */
export function greetingName(card: CardView): string | null {
  return (card.state === 'ready' || card.state === 'expired') && card.facts.firstName ? card.facts.firstName : null;
}

/** An identity card is there that its owner may use: nothing speaks against it. Its code may be asked, its other trouble comes first. */
export function hasOwnCard({ state }: CardView): boolean {
  return state === 'present' || state === 'ready' || state === 'expired';
}
