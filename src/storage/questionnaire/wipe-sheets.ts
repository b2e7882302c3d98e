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
  const isTheirs = ({ channel, key }: Account) =>
    accounts.some((one) => one.channel === channel && isKeyOf(one, key));
  const keys = [...new Set(accounts.map(({ key }) => key))];
  const sets = await setsNaming(all, survey).where('person', 'in', keys).execute();
  await wipeSets(
    all,
    survey,
    sets.filter(({ channel, person }) => isTheirs({ channel, key: person })),
  );
  const states = await statesNaming(all, survey).execute();
  await wipeStates(all, survey, states.filter(isTheirs));
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

/** In a group, the key of a conversation ends with that of the account. */
function isKeyOf(account: Account, key: string): boolean {
  return key === account.key || key.endsWith(`/${account.key}`);
}

function setsNaming(all: Transaction<Tables>, survey: string) {
  return all
    .selectFrom('action_set')
    .innerJoin('conversation', 'conversation.id', 'action_set.conversation')
    .where('deeds', 'like', likeNaming(survey))
    .select(['action_set.id', 'deeds', 'person', 'channel']);
}

function statesNaming(all: Transaction<Tables>, survey: string) {
  return all
    .selectFrom('conversation')
    .where('state', 'like', likeNaming(survey))
    .select(['id', 'state', 'channel', 'key']);
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
