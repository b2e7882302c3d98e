import { phrasesOf } from '../../../text/sentences.ts';
import { type Span, sliceOf } from '../../../text/span.ts';
import {
  CALLED_OPEN,
  DEMANDS,
  DEMANDS_BESIDES,
  DIRECTIVE,
  HEDGES,
  LIMIT,
  NOT_BINDING,
  OPENS,
} from './force-words.ts';
import { type Negation, negationOf } from './negation.ts';

/** What a phrase says of how strongly it binds; null where it has no word for that. */
export type Binding = 'binds' | 'leaves-open' | null;

/** A phrase of a text with its binding. */
export interface BoundPhrase extends Negation {
  readonly text: string;
  readonly span: Span;
  readonly binding: Binding;
  /** Its strictness is taken back in part: 原则上, 一般. */
  readonly isHedged: boolean;
  /** It begins with a verb of directives: 推行, 出台, 加强. */
  readonly directs: boolean;
  /** It only names what the next phrase speaks of. */
  readonly isTopic: boolean;
}

/** A phrase of an answer that begins a statement of its own. */
const OWN_SUBJECT = /是|则|而|也|都|均/u;
/** A phrase of a source that what stood before does not govern. */
const TURNS = /^(?:但|但是|不过|其中)/u;
const JOINS = /^(?:并且?|也|还|同时|而且|以及)/u;

/**
 * The phrases of a text, each with how strongly it binds. A phrase that opens with no verb of its
 * own goes on with what governs the one before it: 鼓励高校发挥优势，参与培训 leaves both open. What is
 * only named first is bound by what is said of it next: 财政困难地方，可以统筹使用转移支付.
 *
 * @param isSource in a source a statement without any such word directs; in an answer it says
 *   nothing, and a limit (不超过半年) is none of what was allowed before it
 */
export function bindingsOf(text: string, isSource: boolean): BoundPhrase[] {
  let before: Binding = null;
  const bound = phrasesOf(text, { start: 0, end: text.length }).map((span): BoundPhrase => {
    const phrase = sliceOf(text, span);
    const negation = negationOf(phrase);
    const own = negation.bans ? 'binds' : bindingOf(phrase, isSource);
    const isNew = isSource ? TURNS.test(phrase) : OWN_SUBJECT.test(phrase) || LIMIT.test(phrase);
    const directs = beginsDirective(phrase, isSource);
    const governs = own ?? (directs ? 'binds' : isNew ? null : before);
    const binding = own === null && !isSource && governs === 'binds' ? null : governs;
    before = isEnd(phrase) ? null : governs;
    const isHedged = HEDGES.test(phrase);
    return { text: phrase, span, binding, isHedged, directs, isTopic: false, ...negation };
  });
  return bound.map((phrase, at) => {
    const next = bound[at + 1];
    if (!namesTopic(phrase, next)) return phrase;
    return { ...phrase, isTopic: true, binding: next?.binding ?? null };
  });
}

/** What a phrase names is bound by what the next one says of it. */
function namesTopic(
  { text, binding, directs }: BoundPhrase,
  next: BoundPhrase | undefined,
): boolean {
  const isStatement = directs || isEnd(text) || LIMIT.test(text);
  return binding === null && !isStatement && (next?.binding ?? null) !== null;
}

/** A source that goes on with 并 goes on under what governs it; an answer states anew. */
function beginsDirective(phrase: string, isSource: boolean): boolean {
  return DIRECTIVE.test(isSource ? phrase : phrase.replace(JOINS, ''));
}

function isEnd(phrase: string): boolean {
  return /[。；;！？]$/u.test(phrase);
}

function bindingOf(phrase: string, isSource: boolean): Binding {
  if (NOT_BINDING.test(phrase) || (!isSource && CALLED_OPEN.test(phrase))) return 'leaves-open';
  const opens = OPENS.flatMap((pattern) => pattern.exec(phrase) ?? []);
  const at = phrase.indexOf(opens[0] ?? '\0');
  if (at >= 0) {
    return !isSource && DEMANDS_BESIDES.test(phrase.slice(at)) ? 'binds' : 'leaves-open';
  }
  return DEMANDS.test(phrase) ? 'binds' : null;
}
