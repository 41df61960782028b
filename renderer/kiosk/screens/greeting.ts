import type { CardView } from '../../../main/core/card/view.ts';

/** The first name to greet with: only once the card is verified, and only if it was agreed to. */
export function greetingName(card: CardView): string | null {
  return (card.state === 'ready' || card.state === 'expired') && card.facts.firstName ? card.facts.firstName : null;
}
