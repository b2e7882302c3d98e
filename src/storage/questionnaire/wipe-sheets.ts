import type { Transaction } from 'kysely';
import type { Respondent } from '../../questionnaire/survey.ts';
import type { Tables } from '../schema.ts';
import { isNaming, withoutDeeds, withoutSurveys } from './named-surveys.ts';

interface Account {
  readonly channel: string;
  readonly key: string;
}

/**
 * Takes a survey out of the dialogues of whoever has submitted it, in whatever channel: which questions
 * their buttons asked says something of what they answered.
 */
export async function wipeSheets(
  all: Transaction<Tables>,
  survey: string,
  respondent: Respondent,
): Promise<void> {
  const accounts = await accountsOf(all, respondent);
  const theirs = await conversationsOf(all, accounts);
  if (theirs.length === 0) return;
  // By their conversations, which are few: a look at everyone's buttons takes longer with each answer.
  await wipeSets(
    all,
    survey,
    await setsNaming(all, survey).where('conversation', 'in', theirs).execute(),
  );
  await wipeStates(
    all,
    survey,
    await statesNaming(all, survey).where('id', 'in', theirs).execute(),
  );
}

/** Takes a survey that is over out of everyone's dialogues. */
export async function wipeAllSheets(all: Transaction<Tables>, survey: string): Promise<void> {
  await wipeSets(all, survey, await setsNaming(all, survey).execute());
  await wipeStates(all, survey, await statesNaming(all, survey).execute());
}

/** In the web chat buttons belong to the person, and elsewhere to the account. */
async function accountsOf(
  all: Transaction<Tables>,
  respondent: Respondent,
): Promise<readonly Account[]> {
  if (respondent.kind === 'stranger') return [respondent];
  const accounts = await all
    .selectFrom('account')
    .where('person', '=', respondent.person)
    .select(['channel', 'key'])
    .execute();
  return [{ channel: 'web', key: respondent.person }, ...accounts];
}

async function conversationsOf(
  all: Transaction<Tables>,
  accounts: readonly Account[],
): Promise<readonly number[]> {
  const rows = await all
    .selectFrom('conversation')
    .where((row) =>
      row.or(
        accounts.map(({ channel, key }) =>
          row.and([
            row('channel', '=', channel),
            row.or([row('key', '=', key), row('key', 'like', `%/${key}`)]),
          ]),
        ),
      ),
    )
    .select(['id', 'channel', 'key'])
    .execute();
  return rows.filter((one) => accounts.some((account) => isOf(account, one))).map(({ id }) => id);
}

/** In a group, the key of a conversation ends with that of the account. */
function isOf(account: Account, { channel, key }: Account): boolean {
  return channel === account.channel && (key === account.key || key.endsWith(`/${account.key}`));
}

function setsNaming(all: Transaction<Tables>, survey: string) {
  return all
    .selectFrom('action_set')
    .where('deeds', 'like', likeNaming(survey))
    .select(['id', 'deeds']);
}

function statesNaming(all: Transaction<Tables>, survey: string) {
  return all
    .selectFrom('conversation')
    .where('state', 'like', likeNaming(survey))
    .select(['id', 'state']);
}

/** Deeds and states name a survey under this key alone. */
function likeNaming(survey: string): string {
  return `%"survey":${JSON.stringify(survey)}%`;
}

/** Other buttons of a set stay, each in its place. */
async function wipeSets(
  all: Transaction<Tables>,
  survey: string,
  sets: readonly { readonly id: string; readonly deeds: string }[],
): Promise<void> {
  for (const { id, deeds } of sets) {
    const left = withoutDeeds(JSON.parse(deeds) as unknown[], [survey]);
    if (left.every((deed) => deed === null)) {
      await all.deleteFrom('action_set').where('id', '=', id).execute();
    } else {
      const set = { deeds: JSON.stringify(left) };
      await all.updateTable('action_set').set(set).where('id', '=', id).execute();
    }
  }
}

async function wipeStates(
  all: Transaction<Tables>,
  survey: string,
  conversations: readonly { readonly id: number; readonly state: string | null }[],
): Promise<void> {
  for (const { id, state } of conversations) {
    const before = JSON.parse(state ?? 'null') as unknown;
    if (!isNaming(before, [survey])) continue;
    const left = { state: JSON.stringify(withoutSurveys(before, [survey])) };
    await all.updateTable('conversation').set(left).where('id', '=', id).execute();
  }
}
