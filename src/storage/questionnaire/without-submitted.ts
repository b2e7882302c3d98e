import type { Transaction } from 'kysely';
import type { Speaker } from '../../conversation/incoming.ts';
import type { Kept } from '../../conversation/store.ts';
import { isPostgres } from '../migrations/column-types.ts';
import type { Tables } from '../schema.ts';
import { surveysIn, withoutDeeds, withoutSurveys } from './named-surveys.ts';
import { strangerKey } from './respondent-key.ts';

type Left = Pick<Kept, 'state' | 'actions'>;

/**
 * What a message leaves in a dialogue, without the surveys that were submitted or closed while it was
 * answered: else what was wiped then would come back behind it. Those that go on are held until the
 * transaction ends.
 */
export async function withoutSubmitted(
  all: Transaction<Tables>,
  speaker: Speaker,
  { state, actions }: Left,
): Promise<Left> {
  const named = surveysIn([state, actions?.deeds]);
  if (named.length === 0) return { state, actions };
  const query = all.selectFrom('survey').where('id', 'in', named).orderBy('id');
  const open = await (isPostgres(all as never) ? query.forShare() : query)
    .where('closed_at', 'is', null)
    .select('id')
    .execute();
  const done = await all
    .selectFrom('survey_participant')
    .where('survey', 'in', named)
    .where('respondent', 'in', await respondentsBehind(all, speaker))
    .where('is_done', '=', 1)
    .select('survey')
    .execute();
  const submitted = new Set(done.map(({ survey }) => survey));
  const goOn = new Set(open.map(({ id }) => id).filter((id) => !submitted.has(id)));
  const over = named.filter((id) => !goOn.has(id));
  return {
    state: withoutSurveys(state, over),
    actions: actions === null ? null : { ...actions, deeds: withoutDeeds(actions.deeds, over) },
  };
}

/** As a person, and as the stranger that the account was or will be. */
async function respondentsBehind(
  all: Transaction<Tables>,
  { channel, account, person: key }: Speaker,
): Promise<readonly string[]> {
  const rows = await all
    .selectFrom('account')
    .where('channel', '=', channel)
    .where('key', '=', account ?? key)
    .select('person')
    .execute();
  return [strangerKey(channel, account ?? key), ...rows.map(({ person }) => person)];
}
