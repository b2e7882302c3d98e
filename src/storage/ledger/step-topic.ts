import type { Transaction } from 'kysely';
import { UserFacingError } from '../../errors.ts';
import type { LedgerChange } from '../../materials/ledger/store.ts';
import type { TopicState } from '../../materials/ledger/topic.ts';
import type { Actor } from '../../materials/material.ts';
import type { Tables } from '../schema.ts';
import { dropEmptyTopics } from './drop-empty-topics.ts';
import { personThere } from './person-there.ts';

type Step = Extract<LedgerChange, { readonly topic: string }>;

const CHANGED = '这个待答问题刚刚有了变动，这次没有办理。请重新打开，看过现在的情况再办。';
const ALONE = '这个待答问题只有这一种问法，不能拆分。';
const NO_SUCH_TOPIC =
  '要并入的待答问题已经不在了，或者已经有了答复，这次没有办理。请重新打开待答问题再选。';

/** What may be done to a topic, by where it stands. */
const FROM: Readonly<Record<Step['kind'], readonly TopicState[]>> = {
  'assign-topic': ['open', 'assigned'],
  'submit-answer': ['open', 'assigned'],
  'return-answer': ['submitted'],
  'approve-answer': ['submitted'],
  'set-topic-aside': ['open', 'assigned', 'submitted'],
  'reopen-topic': ['answered', 'set-aside'],
  'split-wording': ['open', 'assigned', 'submitted', 'set-aside'],
  'merge-topic': ['open', 'assigned', 'set-aside'],
};

/** An answer that was approved leads no other wordings to itself. */
const MERGED_INTO: readonly TopicState[] = ['open', 'assigned', 'submitted'];

/** Carries out a step on the revision that was looked at. */
export async function stepTopic(all: Transaction<Tables>, step: Step): Promise<void> {
  const before = await all
    .updateTable('ledger_topic')
    .set((row) => ({ revision: row('revision', '+', 1), changed_at: step.at }))
    .where('id', '=', step.topic)
    .where('revision', '=', step.revision)
    .where('state', 'in', FROM[step.kind])
    .returningAll()
    .executeTakeFirst();
  if (before === undefined) throw new UserFacingError(CHANGED);
  if (step.kind === 'split-wording') return split(all, step);
  if (step.kind === 'merge-topic') return merge(all, step, before);
  const set = await after(all, step, before);
  await all.updateTable('ledger_topic').set(set).where('id', '=', step.topic).execute();
}

async function after(
  all: Transaction<Tables>,
  step: Exclude<Step, { readonly kind: 'split-wording' | 'merge-topic' }>,
  { assignee }: Tables['ledger_topic'],
): Promise<Partial<Tables['ledger_topic']>> {
  const toBeAnswered = { state: assignee === null ? 'open' : 'assigned', pair: null };
  switch (step.kind) {
    case 'assign-topic': {
      const person = await personThere(all, step.assignee);
      return { assignee: person, state: person === null ? 'open' : 'assigned' };
    }
    case 'submit-answer': {
      const by = await personThere(all, step.by.person);
      return {
        ...{ state: 'submitted', answer: JSON.stringify(step.answer), reason: null },
        ...{ answered_by: by, answered_by_name: step.by.name, assignee: assignee ?? by },
        ...{ decided_by: null, decided_by_name: null },
      };
    }
    case 'return-answer':
      return { ...toBeAnswered, ...(await decided(all, step.by)), reason: step.reason };
    case 'approve-answer':
      return {
        ...{ state: 'answered', pair: step.pair, reason: null },
        ...(await decided(all, step.by)),
      };
    case 'set-topic-aside':
      return { state: 'set-aside', ...(await decided(all, step.by)), reason: step.reason };
    case 'reopen-topic':
      return { ...toBeAnswered, ...(await decided(all, step.by)), reason: step.reason };
    default:
      return step satisfies never;
  }
}

async function decided(all: Transaction<Tables>, by: Actor | null) {
  return {
    decided_by: await personThere(all, by?.person ?? null),
    decided_by_name: by?.name ?? null,
  };
}

async function split(
  all: Transaction<Tables>,
  { topic, wording, into, at }: Extract<Step, { readonly kind: 'split-wording' }>,
): Promise<void> {
  const others = await all
    .selectFrom('ledger_wording')
    .where('topic', '=', topic)
    .where('id', '!=', wording)
    .limit(1)
    .select('id')
    .execute();
  if (others.length === 0) throw new UserFacingError(ALONE);
  await all.insertInto('ledger_topic').values(newTopic(into, at)).execute();
  const moved = await all
    .updateTable('ledger_wording')
    .set({ topic: into })
    .where('id', '=', wording)
    .where('topic', '=', topic)
    .returning('id')
    .executeTakeFirst();
  if (moved === undefined) throw new UserFacingError(CHANGED);
}

async function merge(
  all: Transaction<Tables>,
  { topic, into }: Extract<Step, { readonly kind: 'merge-topic' }>,
  { former_people: former }: Tables['ledger_topic'],
): Promise<void> {
  const target =
    topic === into
      ? undefined
      : await all
          .updateTable('ledger_topic')
          .set((row) => ({
            revision: row('revision', '+', 1),
            former_people: row
              .case()
              .when('former_people', '<', former)
              .then(former)
              .else(row.ref('former_people'))
              .end(),
          }))
          .where('id', '=', into)
          .where('state', 'in', MERGED_INTO)
          .returning('id')
          .executeTakeFirst();
  if (target === undefined) throw new UserFacingError(NO_SUCH_TOPIC);
  await all.updateTable('ledger_wording').set({ topic: into }).where('topic', '=', topic).execute();
  await dropEmptyTopics(all, [topic]);
}

/** A topic that nobody has looked at. */
export function newTopic(id: string, at: string): Tables['ledger_topic'] {
  const nothing = { assignee: null, answer: null, answered_by: null, answered_by_name: null };
  return {
    ...{ id, state: 'open', ...nothing, decided_by: null, decided_by_name: null },
    ...{ reason: null, pair: null, revision: 1, former_people: 0, changed_at: at },
  };
}
