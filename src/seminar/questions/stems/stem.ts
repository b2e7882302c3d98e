import type { Need } from '../need.ts';
import type { Kind, Wording } from '../question.ts';
import type { Slots } from '../slots.ts';

/** A way to ask, made concrete with what is known of a topic. */
export interface Stem {
  readonly kind: Kind;
  /** Null where any topic will do. */
  readonly needs: Need | null;
  readonly word: (slots: Slots) => Wording;
}

/** Stems of one kind, each from what it needs, its question, two or three follow-ups and its output. */
export function stemsOf(
  kind: Kind,
  ...stems: readonly (readonly [Need | null, (slots: Slots) => readonly string[]])[]
): readonly Stem[] {
  return stems.map(([needs, say]) => ({
    kind,
    needs,
    word: (slots) => {
      const words = say(slots);
      return {
        text: words[0] as string,
        followUps: words.slice(1, -1),
        expected: words.at(-1) as string,
      };
    },
  }));
}
