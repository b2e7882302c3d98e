import type { Kit } from '../kit.ts';
import { lintQuestions } from '../lint/lint-questions.ts';
import type { Finding } from './checks/check.ts';
import { aimId, type Item, type Rewriting } from './rewriting.ts';

/** A kit on its way: each rewriting that is taken stands at once, and the next ones must be unlike it. */
export class KitDraft {
  #kit: Kit;

  constructor(kit: Kit) {
    this.#kit = kit;
  }

  get kit(): Kit {
    return this.#kit;
  }

  /** What the lint finds against a rewritten question beside all the others as they stand now. */
  likenessOf({ text }: Rewriting, { id, kind }: Item): Finding[] {
    if (kind !== 'question') return [];
    const others = this.#kit.questions.filter((one) => one.id !== id);
    return lintQuestions([...others, { id, text }])
      .filter(({ question, rule }) => question === id && rule === '与前题重复')
      .map(({ rule }) => ({ rule, words: '与另一题问的是一回事。照原题换一个问法。' }));
  }

  /** Words alone change: id, stage, level and basis are the kit's. */
  take({ text, followUps, expected }: Rewriting, { id, kind }: Item): void {
    const { questions, aims } = this.#kit;
    switch (kind) {
      case 'focus':
        this.#kit = { ...this.#kit, focus: text };
        break;
      case 'aim':
        this.#kit = { ...this.#kit, aims: aims.map((one, at) => (aimId(at) === id ? text : one)) };
        break;
      case 'question':
        this.#kit = {
          ...this.#kit,
          questions: questions.map((one) =>
            one.id === id ? { ...one, text, followUps: [...followUps], expected } : one,
          ),
        };
        break;
      default:
        kind satisfies never;
    }
  }
}
