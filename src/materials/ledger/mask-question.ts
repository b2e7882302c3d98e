import type { Clock } from '../../clock.ts';
import type { CorpusIndex } from '../../retrieval/index/open.ts';
import { standsInIndex } from '../../retrieval/index/stands-in-index.ts';
import { maskPeople } from '../../text/identity/mask-people.ts';
import { type NameTable, nameTable } from '../../text/identity/name-table.ts';

/** A question as the ledger may keep it: without names and numbers of people. */
export type QuestionMask = (index: CorpusIndex, question: string) => Promise<string>;

export interface QuestionMaskParts {
  readonly people: { people(): Promise<readonly { readonly name: string }[]> };
  readonly clock: Clock;
}

/** Whoever came within the minute is masked by the signs of their name alone. */
const KEPT_MS = 60_000;

/**
 * Makes the mask of a house. Names of the records are read once a minute and put in order once; a
 * question takes a millisecond then.
 *
 * @throws UserFacingError from the mask where the records cannot be read: what cannot be masked is not kept
 */
export function createQuestionMask({ people, clock }: QuestionMaskParts): QuestionMask {
  let kept: { readonly until: number; readonly table: Promise<NameTable> } | null = null;
  const names = (): Promise<NameTable> => {
    const now = clock.now().getTime();
    if (kept !== null && now < kept.until && now >= kept.until - KEPT_MS) return kept.table;
    const table = people.people().then((all) => nameTable(all.map(({ name }) => name)));
    const own = { until: now + KEPT_MS, table };
    kept = own;
    table.catch(() => {
      if (kept === own) kept = null;
    });
    return table;
  };
  return async (index, question) =>
    maskPeople(question, await names(), (words) => standsInIndex(index, words));
}
