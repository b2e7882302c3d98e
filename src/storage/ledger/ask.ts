import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { MOST_OF_PERSON, MOST_OF_STRANGERS } from '../../materials/ledger/limits.ts';
import { foldWording, isNearSame } from '../../materials/ledger/same-words.ts';
import type { LedgerStore } from '../../materials/ledger/store.ts';
import type { Asked, Cause } from '../../materials/ledger/topic.ts';
import type { Tables } from '../schema.ts';
import { personThere } from './person-there.ts';

const DAY_MS = 86_400_000;
/** What someone has asked lately is compared with what they ask. */
const LATELY = 60;

type Question = Parameters<LedgerStore['takes']>[0];

/** Where a question goes: into a wording of its own words, into one that its person has, or nowhere. */
type Way =
  | { readonly kind: 'in-its-words'; readonly wording: string; readonly isNew: boolean }
  | { readonly kind: 'again'; readonly wording: string }
  | { readonly kind: 'too-many' };

/** See {@link LedgerStore.takes}. */
export async function takes(database: Kysely<Tables>, asked: Question): Promise<boolean> {
  return (await wayOf(database, asked, asked.person)).kind !== 'too-many';
}

/** Whoever has left meanwhile is nobody in it. */
export async function ask(all: Transaction<Tables>, asked: Asked): Promise<void> {
  const person = await personThere(all, asked.person);
  const way = await wayOf(all, asked, person);
  switch (way.kind) {
    case 'too-many':
      return;
    case 'again':
      // It counts as said once, however often it is said.
      return;
    case 'in-its-words': {
      await keepWording(all, way.wording, asked, person);
      const isCounted = person === null || (await link(all, way, person, asked.at));
      if (isCounted) await count(all, way.wording);
      return;
    }
    default:
      return way satisfies never;
  }
}

/** What was asked, and why it is in the ledger. */
export type Words = Pick<Asked, 'text' | 'cause'>;

const UNHELPED: Cause = 'not-helpful';

/**
 * The key of a wording: short, however long the text is. What was no help is apart from what was refused
 * in the same words: that may be answered since, and is then no answer to this.
 */
export function wordingId({ text, cause }: Words): string {
  const key = `${cause === UNHELPED ? UNHELPED : 'refused'} ${foldWording(text)}`;
  return createHash('sha256').update(key).digest('base64url');
}

/** The wording by which a person has asked this, in these words or in nearly the same; null where none is. */
export async function ownWordingOf(
  database: Kysely<Tables>,
  person: string,
  words: Words,
): Promise<string | null> {
  const id = wordingId(words);
  const own = await database
    .selectFrom('ledger_asked')
    .innerJoin('ledger_wording', 'ledger_wording.id', 'ledger_asked.wording')
    .where('person', '=', person)
    .where('cause', words.cause === UNHELPED ? '=' : '!=', UNHELPED)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(LATELY)
    .select(['id', 'text'])
    .execute();
  const same =
    own.find((one) => one.id === id) ?? own.find((one) => isNearSame(one.text, words.text));
  return same?.id ?? null;
}

async function wayOf(
  database: Kysely<Tables>,
  asked: Question,
  person: string | null,
): Promise<Way> {
  const wording = wordingId(asked);
  const there = await database
    .selectFrom('ledger_wording')
    .where('id', '=', wording)
    .select('id')
    .executeTakeFirst();
  if (there !== undefined) return { kind: 'in-its-words', wording, isNew: false };
  const own = person === null ? null : await ownWordingOf(database, person, asked);
  if (own !== null) return { kind: 'again', wording: own };
  const since = new Date(Date.parse(asked.at) - DAY_MS).toISOString();
  const isFull =
    person === null
      ? (await broughtByStrangers(database, since)) >= MOST_OF_STRANGERS
      : (await broughtBy(database, person, since)) >= MOST_OF_PERSON;
  return isFull ? { kind: 'too-many' } : { kind: 'in-its-words', wording, isNew: true };
}

async function broughtByStrangers(database: Kysely<Tables>, since: string): Promise<number> {
  const { count } = await database
    .selectFrom('ledger_wording')
    .where('is_from_stranger', '=', 1)
    .where('first_at', '>', since)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function broughtBy(database: Kysely<Tables>, person: string, since: string): Promise<number> {
  const { count } = await database
    .selectFrom('ledger_asked')
    .where('person', '=', person)
    .where('is_first', '=', 1)
    .where('at', '>', since)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Makes the wording, or writes down when it was asked last; it is held from then on. */
async function keepWording(
  all: Transaction<Tables>,
  id: string,
  { text, cause, near, at }: Asked,
  person: string | null,
): Promise<void> {
  // To the hour: the instant would lead to a turn of a conversation.
  const hour = `${at.slice(0, 13)}:00:00.000Z`;
  await all
    .insertInto('ledger_wording')
    .values({
      ...{ id, topic: null, text, cause, times: 0, first_at: hour, last_at: hour },
      near: near === null ? null : JSON.stringify(near),
      is_from_stranger: person === null ? 1 : 0,
    })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((row) => ({
        last_at: row
          .case()
          .when('ledger_wording.last_at', '<', hour)
          .then(hour)
          .else(row.ref('ledger_wording.last_at'))
          .end(),
      })),
    )
    .execute();
}

async function count(all: Transaction<Tables>, wording: string): Promise<void> {
  await all
    .updateTable('ledger_wording')
    .set((row) => ({ times: row('times', '+', 1) }))
    .where('id', '=', wording)
    .execute();
}

/** @returns whether the person had not asked it before */
async function link(
  all: Transaction<Tables>,
  { wording, isNew }: { readonly wording: string; readonly isNew: boolean },
  person: string,
  at: string,
): Promise<boolean> {
  const made = await all
    .insertInto('ledger_asked')
    .values({ wording, person, at, is_first: isNew ? 1 : 0 })
    .onConflict((conflict) => conflict.columns(['wording', 'person']).doNothing())
    .returning('wording')
    .executeTakeFirst();
  return made !== undefined;
}
