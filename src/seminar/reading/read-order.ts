import { cleanWords } from '../../text/clean-words.ts';
import type { SeminarOrder } from '../order.ts';
import { type Clause, clausesOf, namesAudience, noPieceFor, opensSituation } from './clauses.ts';
import {
  type Mention,
  NO_PIECES,
  type OrderPieces,
  PIECE_NAMES,
  type PieceName,
  type PieceReading,
} from './piece.ts';
import { METHOD_WORDS, readMethod } from './read-method.ts';
import { MINUTES_WORDS, readMinutes } from './read-minutes.ts';
import { PEOPLE_WORDS, readPeople } from './read-people.ts';
import { readAudience, readSituation, readTopic } from './read-words.ts';
import { settle } from './settle.ts';
import { takeMentions } from './take-mentions.ts';

/** A piece that cannot stand as it was written. */
export interface OrderProblem {
  readonly piece: PieceName;
  readonly problem: string;
  /** Values that may be meant. */
  readonly options: readonly (string | number)[];
}

export interface OrderReading {
  /** Null where nobody has said, or where what was said is a problem. */
  readonly pieces: OrderPieces;
  /** In the order in which the pieces are asked for. */
  readonly problems: readonly OrderProblem[];
  /** How pieces were understood where that is not plain. */
  readonly notes: readonly string[];
}

/** What a line says of an order, before it is checked. */
interface Said {
  topic: string;
  audience: string;
  situation: string;
  people: Mention<number>[];
  minutes: Mention<number>[];
  method: Mention<SeminarOrder['method']>[];
  /** Pieces that stand behind their names: 人数：四十来个. */
  labelled: { piece: PieceName; text: string }[];
  /** What is told of wishes that an order has no piece for. */
  left: string[];
}

/**
 * One line of a trainer, such as `训前需求调研走过场，各县干训干部班，40人，半天`, as the pieces of an
 * order.
 */
export function readOrder(raw: string): OrderReading {
  return check(gather(clausesOf(cleanWords(raw))));
}

function gather(clauses: readonly Clause[]): Said {
  const said: Said = {
    ...{ topic: '', audience: '', situation: '' },
    ...{ people: [], minutes: [], method: [], labelled: [], left: [] },
  };
  let before: 'topic' | 'situation' | null = null;
  for (const [at, clause] of clauses.entries()) {
    if (clause.label !== null) {
      const isAudience = clause.label === 'audience';
      const text = isAudience ? take(clause.text, said) || clause.text : clause.text;
      said.labelled.push({ piece: clause.label, text });
      before = clause.label === 'topic' || clause.label === 'situation' ? clause.label : null;
      continue;
    }
    const left = noPieceFor(clause.text);
    if (left !== null) {
      said.left.push(left);
      continue;
    }
    const rest = take(clause.text, said);
    if (rest === '') {
      before = before === 'situation' ? before : null;
      continue;
    }
    const hasTopic = said.topic !== '' || said.labelled.some(({ piece }) => piece === 'topic');
    if (said.audience === '' && namesAudience(rest, hasTopic || hasTopicLater(clauses, at))) {
      said.audience = rest;
      before = null;
    } else if (!hasTopic) {
      said.topic = rest;
      before = 'topic';
    } else if (before === 'topic' && !clause.opensSentence && !opensSituation(clause.text)) {
      said.topic = joined(said, 'topic', clause);
    } else {
      said.situation = joined(said, 'situation', clause);
      before = 'situation';
    }
  }
  return said;
}

/** What was said of a piece with a clause that goes on with it: 问卷没人填，学员不对口. */
function joined(said: Said, piece: 'topic' | 'situation', { mark, text }: Clause): string {
  const labelled = said.labelled.findLast((one) => one.piece === piece);
  if (labelled !== undefined) labelled.text += mark + text;
  else if (said[piece] === '') return text;
  return labelled === undefined ? said[piece] + mark + text : said[piece];
}

/** What a clause says besides numbers, times and methods, which are gathered. */
function take(text: string, into: Said): string {
  const { rest, mentions } = takeMentions(text);
  into.people.push(...mentions.people);
  into.minutes.push(...mentions.minutes);
  into.method.push(...mentions.method);
  return rest;
}

function hasTopicLater(clauses: readonly Clause[], at: number): boolean {
  return clauses
    .slice(at + 1)
    .some(({ label, text }) =>
      label === null ? takeMentions(text).rest !== '' && !opensSituation(text) : label === 'topic',
    );
}

const READERS: {
  readonly [Name in PieceName]: (text: string) => PieceReading<SeminarOrder[Name]>;
} = {
  topic: readTopic,
  audience: readAudience,
  people: readPeople,
  minutes: readMinutes,
  method: readMethod,
  situation: readSituation,
};

function check(said: Said): OrderReading {
  const found: Partial<Record<PieceName, PieceReading<string | number>>> = {};
  if (said.topic !== '') found.topic = readTopic(said.topic);
  if (said.audience !== '') found.audience = readAudience(said.audience);
  if (said.people.length > 0) found.people = settle(said.people, PEOPLE_WORDS);
  if (said.minutes.length > 0) found.minutes = settle(said.minutes, MINUTES_WORDS);
  if (said.method.length > 0) found.method = settle(said.method, METHOD_WORDS);
  if (said.situation !== '') found.situation = readSituation(said.situation);
  for (const { piece, text } of said.labelled) {
    found[piece] = either(found[piece], READERS[piece](text), piece);
  }
  const names = Object.keys(NO_PIECES) as PieceName[];
  const values = names.map((name) => {
    const reading = found[name];
    return [name, reading?.ok === true ? reading.value : null];
  });
  return {
    pieces: Object.fromEntries(values) as unknown as OrderPieces,
    problems: names.flatMap((piece) => {
      const reading = found[piece];
      if (reading === undefined || reading.ok) return [];
      return [{ piece, problem: reading.problem, options: reading.options }];
    }),
    notes: [
      ...names.flatMap((name) => {
        const reading = found[name];
        return reading?.ok === true && reading.note !== null ? [reading.note] : [];
      }),
      ...said.left,
    ],
  };
}

/** A piece that was said twice, once behind its name. */
function either(
  before: PieceReading<string | number> | undefined,
  named: PieceReading<string | number>,
  piece: PieceName,
): PieceReading<string | number> {
  if (before === undefined || !before.ok || !named.ok || before.value === named.value) return named;
  if (piece === 'situation') return READERS.situation(`${before.value}\n${named.value}`);
  const unit = piece === 'people' ? '人' : piece === 'minutes' ? '分钟' : '';
  const told = [before, named].map(({ value }) => `“${value}${unit}”`).join('和');
  return {
    ok: false,
    problem: `${PIECE_NAMES[piece]}前后不一致，有${told}。请确定是哪一个。`,
    options: [before.value, named.value],
  };
}
