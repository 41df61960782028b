import { randomBytes } from 'node:crypto';
import type { Visitor } from './authority.ts';

/** A site that asks the state's log-in who somebody is. */
interface Question {
  readonly site: string;
  /** Where the answer is posted. */
  readonly back: string;
  /** The page that the visitor wanted. */
  readonly next: string;
}

/** The memory of all log-ins of the world: questions, answers that are used once, and sessions by cookie. */
export class Gate {
  readonly #questions = new Map<string, Question>();
  readonly #answers = new Map<string, Visitor>();
  readonly #sessions = new Map<string, Visitor>();

  ask(question: Question): string {
    return keep(this.#questions, question);
  }

  question(id: string): Question | null {
    return this.#questions.get(id) ?? null;
  }

  /** A ticket that says who it is, good for one use. */
  answer(visitor: Visitor): string {
    return keep(this.#answers, visitor);
  }

  redeem(ticket: string): Visitor | null {
    const visitor = this.#answers.get(ticket) ?? null;
    this.#answers.delete(ticket);
    return visitor;
  }

  /** The value of a session cookie. */
  open(visitor: Visitor): string {
    return keep(this.#sessions, visitor);
  }

  visitor(session: string | undefined): Visitor | null {
    return this.#sessions.get(session ?? '') ?? null;
  }

  shut(session: string | undefined): void {
    this.#sessions.delete(session ?? '');
  }
}

function keep<T>(all: Map<string, T>, value: T): string {
  const id = randomBytes(16).toString('hex');
  all.set(id, value);
  return id;
}
