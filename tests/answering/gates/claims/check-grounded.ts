import { type CheckedClaim, checkClaim } from '../../../../src/answering/gates/check-claim.ts';
import type { CorpusIndex } from '../../../../src/retrieval/index/open.ts';
import type { Grounded, Wrong } from './grounded.ts';

/** A claim of a set as the gates found it. */
export interface Outcome {
  readonly text: string;
  /** Null for an honest one. */
  readonly wrong: Wrong | null;
  readonly checked: CheckedClaim;
}

/** Checks every claim of a set against the one material of that kind in an index. */
export function checkAll(
  index: CorpusIndex,
  material: string,
  grounded: readonly Grounded[],
): Outcome[] {
  return grounded.flatMap(({ quotes, question = '', honest, dishonest }) => {
    const shown = new Map(
      quotes.flatMap(([place, text]) => {
        const passages = index.store.passagesAt(material, place);
        const passage = passages.find((one) => one.text.includes(text)) ?? passages[0];
        return passage === undefined ? [] : [[place, passage] as const];
      }),
    );
    const check = (wrong: Wrong | null) => (text: string) => ({
      ...{ text, wrong },
      checked: checkClaim(
        { text, quotes: quotes.map(([passage, words]) => ({ passage, text: words })) },
        { index, question, shown, language: /\p{Script=Han}/u.test(text) ? 'zh' : 'en' },
      ),
    });
    const turned = Object.entries(dishonest) as [Wrong, readonly string[]][];
    return [
      ...honest.map(check(null)),
      ...turned.flatMap(([wrong, claims]) => claims.map(check(wrong))),
    ];
  });
}
