import { z } from 'zod';
import type { Action } from '../../../people/abilities.ts';
import { readClassLine } from '../../../people/class-line.ts';
import type { TrainingClass } from '../../../people/person.ts';
import type { Deed } from '../../deeds/deed.ts';
import type { Occasion } from '../../feature.ts';
import { findClass } from '../../features/people/find-class.ts';
import { type RequestTool, requestTool, type ToolOutcome } from '../request-tool.ts';

/** As the person says it. */
export const className = z.string().max(60).nullable();

/** Goes on with the class that a person means. */
export async function withClass(
  name: string | null,
  action: Action,
  on: Occasion,
  then: (found: TrainingClass) => ToolOutcome,
): Promise<ToolOutcome> {
  const found = await findClass(name ?? '', action, on);
  return found.ok ? then(found.class) : { kind: 'problem', words: found.problem };
}

function shownFor(name: string, action: Action, deed: (classId: string) => Deed): RequestTool {
  return requestTool({
    name,
    input: z.object({ class_name: className }),
    action,
    isPrivate: true,
    run: ({ class_name }, on) =>
      withClass(class_name, action, on, ({ id }) => ({
        kind: 'show',
        order: { kind: 'deed', deed: deed(id) },
      })),
  });
}

const inviteLearners = requestTool({
  name: 'invite_learners',
  input: z.object({ class_name: className, people: z.number().int().min(1).max(1000) }),
  action: 'invite-learner',
  isPrivate: true,
  run: ({ class_name, people }, on) =>
    withClass(class_name, 'invite-learner', on, ({ id, name }) => ({
      kind: 'confirm',
      words: `为“${name}”生成学员邀请码，最多 ${people} 人使用。`,
      deed: { kind: 'invite-learners', classId: id, places: people },
    })),
});

const inviteTrainer = requestTool({
  name: 'invite_trainer',
  input: z.object({ class_name: className }),
  action: 'invite-trainer',
  isPrivate: true,
  run: ({ class_name }, on) =>
    withClass(class_name, 'invite-trainer', on, ({ id, name }) => ({
      kind: 'confirm',
      words: `为“${name}”生成一名教师的邀请码。`,
      deed: { kind: 'invite-trainer', classId: id },
    })),
});

const createClass = requestTool({
  name: 'create_class',
  input: z.object({ name: z.string().min(1).max(60), starts_on: z.string(), ends_on: z.string() }),
  action: 'administer',
  isPrivate: true,
  run: async ({ name, starts_on, ends_on }) => {
    const text = `${name} ${starts_on} ${ends_on}`;
    const read = readClassLine(text);
    if (!read.ok) return { kind: 'problem', words: read.problem };
    const { startsOn, endsOn } = read.class;
    return {
      kind: 'confirm',
      words: `新建班次“${read.class.name}”，${startsOn} 至 ${endsOn}。`,
      deed: { kind: 'carry-out', intent: 'create-class', text },
    };
  },
});

export const classTools: readonly RequestTool[] = [
  shownFor('open_class', 'see-class', (classId) => ({ kind: 'open-class', classId })),
  shownFor('list_members', 'see-members', (classId) => ({
    ...{ kind: 'list-members', classId, from: 0 },
  })),
  shownFor('show_class_totals', 'see-totals', (classId) => ({ kind: 'open-totals', classId })),
  shownFor('show_shared_entries', 'see-shared', (classId) => ({ kind: 'open-shared', classId })),
  inviteLearners,
  inviteTrainer,
  createClass,
];
