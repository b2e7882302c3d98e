import { setImmediate } from 'node:timers/promises';
import type { Answer } from '../../answering/answer.ts';
import type { DeliveryChange } from '../../delivery/store.ts';
import { answerSource } from '../../delivery/unhurried-source.ts';
import type { Person } from '../../people/person.ts';
import type { CorpusIndex } from '../../retrieval/index/open.ts';
import { citesOf } from '../recall/cites-of.ts';
import type { GivenAnswer } from '../recall/given-answer.ts';
import { answeredByPair } from './answered-by-pair.ts';
import { ANSWERED_TITLE, answeredMessage } from './answered-message.ts';
import type { LedgerParts } from './parts.ts';
import type { ToTell } from './store.ts';

/** Topics that are looked at together, and people who are told in one transaction. */
const TOPICS_AT_ONCE = 20;
const PEOPLE_AT_ONCE = 100;

/** What one person is told. */
interface News {
  readonly person: string;
  readonly question: string;
  /** Null where it may be read on the page alone. */
  readonly answer: Answer | null;
}

type AnswerIn = (index: CorpusIndex, question: string) => Answer | null;

/**
 * Tells those who asked that the index which serves answers them, at a time at which messages may go.
 * Nobody is sent a passage that they may not read.
 *
 * @throws what went wrong first, once all topics have been looked at
 */
export async function tellAskers(parts: LedgerParts, signal: AbortSignal): Promise<void> {
  const now = parts.clock.now();
  if (parts.allowedAt(now) > now) return;
  const failures: unknown[] = [];
  for (let after: string | null = null; ; ) {
    const topics: readonly ToTell[] = await parts.ledger.toTell(TOPICS_AT_ONCE, after);
    for (const topic of topics) {
      if (signal.aborted) return;
      await tellOf(topic, parts, signal).catch((error: unknown) => failures.push(error));
      after = topic.topic;
    }
    if (topics.length < TOPICS_AT_ONCE) break;
  }
  if (failures.length > 0) throw failures[0];
}

async function tellOf(topic: ToTell, parts: LedgerParts, signal: AbortSignal): Promise<void> {
  const { index, release } = await parts.borrowIndex();
  try {
    if (index.store.pair(topic.pair) === null) return;
    const answerIn = answering(topic.pair);
    const people = questionsByPerson(topic);
    for (let from = 0; from < people.length; from += PEOPLE_AT_ONCE) {
      const told: News[] = [];
      for (const [id, questions] of people.slice(from, from + PEOPLE_AT_ONCE)) {
        await setImmediate();
        if (signal.aborted) return;
        const person = await parts.people.person(id);
        const news = person === null ? null : newsFor(person, questions, index, answerIn, parts);
        if (news !== null) told.push(news);
      }
      if (told.length > 0) await tell(topic, told, index, parts);
    }
  } finally {
    release();
  }
}

function questionsByPerson({ asked }: ToTell): readonly (readonly [string, readonly string[]])[] {
  const people = new Map<string, string[]>();
  for (const { person, text } of asked) people.set(person, [...(people.get(person) ?? []), text]);
  return [...people];
}

/** Many may read the same, and have asked the same. */
function answering(pair: string): AnswerIn {
  const known = new Map<CorpusIndex, Map<string, Answer | null>>();
  return (index, question) => {
    const answers = known.get(index) ?? new Map<string, Answer | null>();
    known.set(index, answers);
    const found = answers.get(question);
    if (found !== undefined) return found;
    const answer = answeredByPair(index, question, pair);
    answers.set(question, answer);
    return answer;
  };
}

/** Null where nothing that they may read answers any of what they asked. */
function newsFor(
  person: Person,
  questions: readonly string[],
  index: CorpusIndex,
  answerIn: AnswerIn,
  { readable }: LedgerParts,
): News | null {
  const inMessage = readable(index, person, 'message');
  for (const question of questions) {
    const answer = answerIn(inMessage, question);
    if (answer !== null) return { person: person.id, question, answer };
  }
  const onPage = readable(index, person, 'page');
  const question = questions.find((one) => answerIn(onPage, one) !== null);
  return question === undefined ? null : { person: person.id, question, answer: null };
}

async function tell(
  { topic, pair }: ToTell,
  told: readonly News[],
  index: CorpusIndex,
  parts: LedgerParts,
): Promise<void> {
  const at = parts.clock.now().toISOString();
  const messages = new Map<string, News[]>();
  for (const news of told) {
    const text = answeredMessage(news.question, news.answer);
    messages.set(text, [...(messages.get(text) ?? []), news]);
  }
  const mailings = [...messages].map(([text, some]): DeliveryChange => {
    const id = parts.newId();
    const question = some[0]?.question ?? '';
    return {
      kind: 'add-mailing',
      mailing: {
        ...{ id, kind: 'service', reminder: null, isUrgent: false, title: ANSWERED_TITLE },
        ...{ source: answerSource(topic, pair, id), buttons: parts.buttonsOf(question) },
        ...{ dueAt: at, createdAt: at },
      },
      deliveries: some.map(({ person }) => ({
        ...{ id: parts.newId(), person, text, notBefore: at, notAfter: null },
      })),
    };
  });
  const people = told.map(({ person }) => person);
  await parts.ledger.tell(topic, people, mailings, givenTo(told, index, at, parts));
}

/** So that they are told when what was quoted changes. */
function givenTo(
  told: readonly News[],
  { store }: CorpusIndex,
  at: string,
  { answerDays, newId }: LedgerParts,
): readonly GivenAnswer[] {
  if (answerDays === 0) return [];
  return told.flatMap(({ person, answer }) => {
    const cites = answer === null ? [] : citesOf(answer.quotes, store);
    return cites.length === 0 ? [] : [{ id: newId(), person, at, cites }];
  });
}
