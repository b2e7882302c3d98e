import type { Citation } from '../../answering/answer.ts';
import type { Facet, FacetKind } from '../grounding/facets.ts';
import type { TopicNature } from '../grounding/topic-nature.ts';
import type { Field } from './fields/field.ts';
import type { Need } from './need.ts';
import { mixed, Rotation } from './rotation.ts';
import { workOf } from './work-of.ts';

export interface SlotParts {
  readonly subject: string;
  /** Null where nothing is said to be wrong. */
  readonly trouble: string | null;
  readonly nature: TopicNature;
  readonly unit: string;
  readonly people: string;
  readonly situation: string;
  readonly field: Field;
  readonly facets: readonly Facet[];
  /** Two kits with the same one take the same phrases in the same order. */
  readonly key: string;
}

/** A statement may carry so many questions of one kit. */
const MOST_USES = 2;

/**
 * What stems fill in: phrases of the field, each in turn so that none wears out, and statements of
 * policy text, whose places are remembered until they are collected.
 */
export class Slots {
  readonly subject: string;
  /** The subject as something that is done. */
  readonly work: string;
  readonly #trouble: string | null;
  readonly #nature: TopicNature;
  readonly unit: string;
  readonly people: string;
  readonly situation: string;
  readonly firstStep: string;
  readonly lastStep: string;
  readonly #phrases: Readonly<Record<Phrase, Rotation<string>>>;
  readonly #tensions: Rotation<readonly [string, string]>;
  readonly #facets: readonly Facet[];
  readonly #uses = new Map<string, number>();
  #cited: Citation[] = [];

  constructor({ field, facets, key, ...parts }: SlotParts) {
    this.subject = parts.subject;
    this.work = workOf(parts.subject);
    this.#trouble = parts.trouble;
    this.#nature = parts.nature;
    this.unit = parts.unit;
    this.people = parts.people;
    this.situation = parts.situation;
    this.firstStep = field.steps[0] ?? '';
    this.lastStep = field.steps.at(-1) ?? '';
    const phrases = (of: Phrase) => new Rotation(mixed(field[of], key + of));
    this.#phrases = {
      parties: phrases('parties'),
      steps: phrases('steps'),
      traces: phrases('traces'),
      moments: phrases('moments'),
      signs: phrases('signs'),
      counts: phrases('counts'),
      affected: phrases('affected'),
    };
    this.#tensions = new Rotation(mixed(field.tensions, `${key}tensions`));
    this.#facets = facets;
  }

  party = () => this.#phrases.parties.take();
  step = () => this.#phrases.steps.take();
  trace = () => this.#phrases.traces.take();
  moment = () => this.#phrases.moments.take();
  sign = () => this.#phrases.signs.take();
  count = () => this.#phrases.counts.take();
  affected = () => this.#phrases.affected.take();
  tension = () => this.#tensions.take();
  task = () => this.#cite('task');
  soft = () => this.#cite('soft');
  figure = () => this.#cite('figure');
  list = () => this.#cite('list');
  purpose = () => this.#cite('purpose');

  /** @throws RangeError where nothing is said to be wrong: nobody's finding is made up */
  get trouble(): string {
    if (this.#trouble === null) throw new RangeError('Cannot ask about a trouble: none was named');
    return this.#trouble;
  }

  has(need: Need): boolean {
    switch (need) {
      case 'situation':
        return this.situation !== '';
      case 'trouble':
        return this.#trouble !== null;
      case 'ordinary':
        return this.#nature === 'work';
      case 'principle':
        return this.#nature === 'principle';
      default:
        return this.#leastUsed(need) !== null;
    }
  }

  /** Where the statements stand that were given since this was asked last. */
  collectCited(): Citation[] {
    const cited = this.#cited;
    this.#cited = [];
    return cited;
  }

  #cite(kind: FacetKind): string {
    const facet = this.#leastUsed(kind);
    if (facet === null) throw new RangeError(`Cannot ask about a ${kind}: there is none left`);
    this.#uses.set(facet.words, this.#usesOf(facet) + 1);
    this.#cited.push(facet.citation);
    return inQuotes(facet.words);
  }

  #leastUsed(kind: FacetKind): Facet | null {
    const open = this.#facets.filter(
      (facet) => facet.kind === kind && this.#usesOf(facet) < MOST_USES,
    );
    const least = Math.min(...open.map((facet) => this.#usesOf(facet)));
    return open.find((facet) => this.#usesOf(facet) === least) ?? null;
  }

  #usesOf({ words }: Facet): number {
    return this.#uses.get(words) ?? 0;
  }
}

type Phrase = 'parties' | 'steps' | 'traces' | 'moments' | 'signs' | 'counts' | 'affected';

/** Other marks where the words hold such marks themselves, since they stand as they are. */
function inQuotes(words: string): string {
  return /[“”]/u.test(words) ? `「${words}」` : `“${words}”`;
}
