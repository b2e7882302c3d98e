import type { Citation } from '../../answering/answer.ts';
import { likeness } from '../../text/likeness.ts';
import { lintQuestion } from '../lint/lint-questions.ts';
import type { Field } from './fields/field.ts';
import { isSameFrame } from './frame.ts';
import type { Need } from './need.ts';
import type { Kind, Wording } from './question.ts';
import { mixed } from './rotation.ts';
import type { Slots } from './slots.ts';
import type { Stem } from './stems/stem.ts';
import { stemsFor } from './stems/stems.ts';

/** What a question rests on: policy text, what only its field asks, the situation told, or neither. */
export type Source = 'policy' | 'field' | 'situation' | 'any';

export interface Written extends Wording {
  readonly source: Source;
  /** Of the statements that it quotes; empty where it quotes none. */
  readonly cited: readonly Citation[];
}

/** As many as there are sources: what is not wanted comes last. */
const SOURCES = 4;
/** Two questions of a kit share less than this, what all of a kit share left out. */
const TOO_ALIKE = 0.5;

type Candidate = Pick<Stem, 'word' | 'needs'> & { readonly source: Source };

/** Writes the questions of one kit, none of them twice. */
export class QuestionWriter {
  readonly #slots: Slots;
  readonly #candidates: Readonly<Partial<Record<Kind, Candidate[]>>> = {};
  readonly #own: Field['own'];
  readonly #key: string;

  constructor(slots: Slots, { own }: Field, key: string) {
    this.#slots = slots;
    // Half of them, so that two topics of one field do not get the same.
    this.#own = mixed(own, `${key}|own`).slice(0, Math.ceil(own.length / 2));
    this.#key = key;
  }

  /**
   * A question of a kind that passes the lint and is unlike the earlier ones; null where there is
   * none left.
   *
   * @param wanted sources, the most wanted first; others where these have nothing left
   */
  write(kind: Kind, wanted: readonly Source[], earlier: readonly string[]): Written | null {
    const left = this.#left(kind);
    const rank = ({ source }: Candidate) => (wanted.indexOf(source) + SOURCES) % SOURCES;
    let likePrevious: Written | null = null;
    const inOrder = left.toSorted((one, other) => rank(one) - rank(other));
    for (const candidate of inOrder) {
      if (!this.#hasWhat(candidate.needs)) continue;
      left.splice(left.indexOf(candidate), 1);
      const written = this.#word(candidate);
      if (!this.#isFit(written.text, earlier)) continue;
      if (!isSameFrame(written.text, earlier.at(-1) ?? '')) return written;
      // Heard twice in a row it sounds like a form; better that than no question.
      likePrevious ??= written;
      // Later it may follow another.
      left.push(candidate);
    }
    return likePrevious;
  }

  #left(kind: Kind): Candidate[] {
    const candidates = this.#candidates as Partial<Record<Kind, Candidate[]>>;
    candidates[kind] ??= mixed(this.#all(kind), `${this.#key}|${kind}`);
    return candidates[kind];
  }

  #all(kind: Kind): Candidate[] {
    const own = this.#own
      .filter((one) => one.kind === kind)
      .map(
        (one): Candidate => ({
          needs: null,
          source: 'field',
          word: ({ unit }) => inUnit(one, unit),
        }),
      );
    return [...own, ...stemsFor(kind).map((stem) => ({ ...stem, source: sourceOf(stem) }))];
  }

  #hasWhat(needs: Need | null): boolean {
    return needs === null || this.#slots.has(needs);
  }

  #word(candidate: Candidate): Written {
    const wording = candidate.word(this.#slots);
    return { ...wording, source: candidate.source, cited: this.#slots.collectCited() };
  }

  #isFit(text: string, earlier: readonly string[]): boolean {
    const bare = (one: string) => one.replaceAll(this.#slots.subject, '');
    const isAlike = earlier.some((one) => likeness(bare(one), bare(text)) >= TOO_ALIKE);
    return !isAlike && lintQuestion({ id: '', text }).length === 0;
  }
}

function sourceOf({ needs }: Stem): Source {
  switch (needs) {
    case null:
    case 'ordinary':
    case 'principle':
    case 'trouble':
      return 'any';
    case 'situation':
      return 'situation';
    default:
      return 'policy';
  }
}

function inUnit({ text, followUps, expected }: Wording, unit: string): Wording {
  const said = (words: string) => words.replaceAll('UNIT', unit);
  return { text: said(text), followUps: followUps.map(said), expected: said(expected) };
}
