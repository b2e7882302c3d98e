import { z } from 'zod';
import type { Action } from '../../../people/abilities.ts';
import { readClassLine } from '../../../people/class-line.ts';
import { canIn, type TrainingClass } from '../../../people/person.ts';
import type { Deed } from '../../deeds/deed.ts';
import type { Occasion } from '../../feature.ts';
import { type RequestTool, requestTool, type ToolOutcome } from '../request-tool.ts';

const className = z.string().max(60).nullable();

/** The class that a person means, among those for which they may do what they ask for. */
async function withClass(
  name: string | null,
  action: Action,
  on: Occasion,
  then: (found: TrainingClass) => ToolOutcome,
): Promise<ToolOutcome> {
  const theirs = (await on.people.classes()).filter(({ id }) => canIn(on.person, action, id));
  const wanted = (name ?? '').replace(/\s/gu, '');
  const exact = theirs.filter((one) => one.name.replace(/\s/gu, '') === wanted);
  const found = exact.length > 0 ? exact : theirs.filter((one) => one.name.includes(wanted));
  const [only, ...others] = found;
  if (only === undefined) {
    const words = '没有找到您说的班次，或者您不能办理它的这项事务。发送“我的班次”可以查看。';
    return { kind: 'problem', words };
  }
  if (others.length === 0) return then(only);
  const names = found.slice(0, 5).map((one) => `“${one.name}”`);
  return { kind: 'problem', words: `有几个班次都对得上：${names.join('、')}。请写明是哪一个。` };
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
