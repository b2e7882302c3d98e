import { questionTermsOf } from '../retrieval/lexical/terms.ts';
import type { QuestionTerms } from './question-terms.ts';

/** One part of a question. */
export interface Facet {
  /** The whole question's terms, with this part's in front. */
  readonly weighted: QuestionTerms;
  /** This part's terms alone. */
  readonly own: QuestionTerms;
}

/** Where one part of a question ends and the next begins. */
const JOINTS = /[、，,；;：:。？?！!]|以及|还有|和|与|跟|及|同(?!志|样|步|时)/u;
/** Words that tie the parts together and name none of them. */
const TIES =
  /规划(?:里|中|对)?|这(?:件|两件|几件)事|(?:两|三|几)(?:块|处|件事|个地方|方面|条|点)|各自|各是|各有|各要|各|分别|什么|哪些|要求|规定|安排|任务|不同|区别|差别|一样|怎么|如何|提法|提到|提了|讲了|讲的|强调了|承担|写的|是|的|在|里|上|对|了|要|有|请|我/gu;
/** Words of the other parts still tell what the question is about; all of them together count less. */
const FROM_OTHER_PARTS = 0.45;
const MOST_FROM_OTHERS = 1;
const MOST_FACETS = 6;

/**
 * A question about several things as one question a thing, each holding the words of the others
 * at a lower weight; empty where it has only one part.
 */
export function facetsOf(plain: string, terms: QuestionTerms): Facet[] {
  const parts = plain
    .split(JOINTS)
    .map((part) => part.replace(TIES, ' ').trim())
    .filter((part) => part.replace(/\s/gu, '').length >= 2);
  if (parts.length < 2) return [];
  return parts.slice(0, MOST_FACETS).map((part) => focusOn(part, terms));
}

function focusOn(part: string, terms: QuestionTerms): Facet {
  const own = new Set(questionTermsOf(part));
  const share = (isOwn: boolean, others: number) => (isOwn ? 1 : others);
  const focus = (others: number): QuestionTerms => {
    const weighted = new Map(
      [...terms.terms].map(([term, weight]) => [term, weight * share(own.has(term), others)]),
    );
    const concepts = terms.concepts.map((concept) => ({
      ...concept,
      officials: concept.officials.map(({ text, weight }) => ({
        text,
        weight: weight * share(part.includes(concept.everyday), others),
      })),
    }));
    const total = [...weighted.values()].reduce((sum, one) => sum + one, 0);
    return { terms: weighted, concepts, total: Math.max(total, Number.EPSILON) };
  };
  const alone = focus(0);
  const most =
    (MOST_FROM_OTHERS * alone.total) / Math.max(terms.total - alone.total, Number.EPSILON);
  return { weighted: focus(Math.min(FROM_OTHER_PARTS, most)), own: alone };
}
