import type { Transaction } from 'kysely';
import type { Tables } from '../schema.ts';
import { ownWordingOf, type Words, wordingId } from './ask.ts';
import { dropEmptyTopics } from './drop-empty-topics.ts';

/** An answer is under way, or was given: their wordings stay, whoever asked. */
const STAY = ['submitted', 'answered', 'set-aside'];

/** Takes a person out of what they asked in these words. */
export async function unask(
  all: Transaction<Tables>,
  person: string | null,
  words: Words,
): Promise<void> {
  if (person === null) return takeOut(all, wordingId(words), null);
  const own = await ownWordingOf(all, person, words);
  if (own !== null) await takeOut(all, own, person);
}

/** Takes a person out of all that they asked. */
export async function forgetAsked(all: Transaction<Tables>, person: string): Promise<void> {
  const asked = await all
    .selectFrom('ledger_asked')
    .where('person', '=', person)
    // In the order of their keys: two who take out the same ones would else wait for each other.
    .orderBy('wording')
    .select('wording')
    .execute();
  for (const { wording } of asked) await takeOut(all, wording, person);
}

async function takeOut(
  all: Transaction<Tables>,
  wording: string,
  person: string | null,
): Promise<void> {
  // Held first, as by whoever asks or places it.
  const wordings = all
    .updateTable('ledger_wording')
    .where('id', '=', wording)
    .where('times', '>', 0);
  const held = await wordings
    .set((row) => ({ times: row.ref('times') }))
    .returning('id')
    .executeTakeFirst();
  if (held === undefined) return;
  if (person !== null) {
    const link = await all
      .deleteFrom('ledger_asked')
      .where('wording', '=', wording)
      .where('person', '=', person)
      .returning('person')
      .executeTakeFirst();
    if (link === undefined) return;
  }
  const known = await wordings
    .set((row) => ({ times: row('times', '-', 1) }))
    .returning(['times', 'topic'])
    .executeTakeFirst();
  if (known === undefined || known.times > 0) return;
  const { topic } = known;
  const gone = await all
    .deleteFrom('ledger_wording')
    .where('id', '=', wording)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('ledger_topic')
            .where('ledger_topic.id', '=', topic ?? '')
            .where('state', 'in', STAY)
            .select('ledger_topic.id'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('ledger_asked').where('wording', '=', wording).select('wording'))),
    )
    .returning('id')
    .executeTakeFirst();
  if (gone !== undefined && topic !== null) await dropEmptyTopics(all, [topic]);
}
