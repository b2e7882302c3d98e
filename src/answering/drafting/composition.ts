import { type Citation, LONGEST_QUOTES } from '../answer.ts';
import type { FoundAnswer } from '../answer-question.ts';
import type { CheckedClaim } from '../gates/check-claim.ts';
import type { CitedSpan } from '../gates/gate.ts';
import { loosen } from '../gates/quote/loose-text.ts';
import { fills } from '../slots.ts';
import type { Claim } from './drafted-answer.ts';

/** A claim as it is shown, with the quotes that it is the first to bring. */
export interface ComposedClaim {
  readonly claim: Claim;
  readonly brings: readonly { readonly number: number; readonly citation: Citation }[];
}

/**
 * Puts an answer together from claims that passed the gates, each quote standing once. Where a kind
 * of thing is asked for (a figure, a date, a body), claims are held back until one cites text that
 * holds it: what merely shares the subject settles nothing. Not so where the approved text answers
 * without holding one.
 */
export class Composition {
  readonly #question: FoundAnswer['question'];
  readonly #quotes: Citation[] = [];
  readonly #claims: Claim[] = [];
  #held: ComposedClaim[] = [];
  #isSettled: boolean;
  #left = LONGEST_QUOTES;
  #isCut = false;

  constructor({ question, answer }: FoundAnswer) {
    this.#question = question;
    const { slots } = question;
    const { outcome, quotes } = answer;
    this.#isSettled =
      slots.length === 0 ||
      (outcome === 'answered' && !quotes.some(({ text }) => this.#fills(text)));
  }

  /** Whether the same has been said already, as a model does that repeats what passed. */
  says(text: string): boolean {
    const words = loosen(text).text;
    return this.#claims.some((one) => loosen(one.text).text === words);
  }

  /** What may be shown now; none while claims are held back. */
  add({ text, cited }: CheckedClaim): ComposedClaim[] {
    const fresh = cited.filter((span) => this.#positionOf(span) === -1);
    const length = fresh.reduce((sum, span) => sum + span.text.length, 0);
    if (length > this.#left) {
      this.#isCut = true;
      return [];
    }
    this.#left -= length;
    const first = this.#quotes.length;
    this.#quotes.push(...fresh.map(citationOf));
    const claim = { text, quotes: cited.map((span) => this.#positionOf(span)) };
    this.#claims.push(claim);
    const brings = fresh.map((span, at) => ({
      number: first + at + 1,
      citation: citationOf(span),
    }));
    this.#held.push({ claim, brings });
    this.#isSettled ||= cited.some((span) => this.#fills(span.text));
    return this.#isSettled ? this.#held.splice(0) : [];
  }

  /** Nothing could be shown. */
  get isEmpty(): boolean {
    return this.#claims.length === 0 || !this.#isSettled;
  }

  /** Claims passed, and none holds the kind of thing asked for. */
  get isBesideThePoint(): boolean {
    return this.#claims.length > 0 && !this.#isSettled;
  }

  /** A claim was left out, since its quotes are more than an answer holds. */
  get isCut(): boolean {
    return this.#isCut;
  }

  get claims(): readonly Claim[] {
    return this.#claims;
  }

  get quotes(): readonly Citation[] {
    return this.#quotes;
  }

  #fills(text: string): boolean {
    return this.#question.slots.some((slot) => fills(text, slot));
  }

  #positionOf({ material, start, end }: CitedSpan): number {
    return this.#quotes.findIndex(
      (one) => one.material === material && one.start <= start && end <= one.end,
    );
  }
}

function citationOf({ material, title, place, page, text, start, end }: CitedSpan): Citation {
  return { material, title, place, page, text, start, end };
}
