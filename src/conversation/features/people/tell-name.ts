import type { Person } from '../../../people/person.ts';
import { readName } from '../../../people/person-name.ts';
import { choices, lead, remark } from '../../blocks.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import type { Change } from '../../store.ts';
import { audited } from './audited.ts';

const NO_NAME = '这不像姓名。请只发送姓名，例如“王芳”；也可以不填。';

/** Asks whoever came in by a code without a name what they are called; they need not say. */
export function nameBlocks({ role }: Person): DraftBlock[] {
  const [purpose, readers] =
    role === 'learner'
      ? ['供本班教师核对名单', '姓名只有本班教师和管理员能看到。']
      : ['操作记录中写明办理人', '姓名只有本班人员和管理员能看到。'];
  return [
    lead(`请发送您的姓名，${purpose}。`),
    remark(`也可以不填。${readers}`),
    choices('姓名', ['不填姓名', { kind: 'skip-name' }]),
  ];
}

export function askForName({ state }: PersonalOccasion): FeatureReply {
  return {
    placement: 'turn',
    state: { ...state, expecting: 'name' },
    blocks: [lead('请发送您的姓名。'), remark('发送“取消”不修改。')],
  };
}

/** @param text as the router took it for a name */
export function takeName(text: string, on: PersonalOccasion): FeatureReply {
  const before = on.person.name;
  const name = readName(text);
  if (name === null) return say(NO_NAME);
  const renamed: Change[] = before === '' ? [] : [audited('改姓名', `${before} 改为 ${name}`, on)];
  return {
    placement: 'turn',
    changes: [{ of: 'people', change: { kind: 'rename', person: on.person.id, name } }, ...renamed],
    blocks: [
      lead(`${name}，您好。`),
      remark('可以直接提问，也可以发送“学习记录”“我的班次”。发送“帮助”查看用法。'),
    ],
  };
}

export function skipName(on: PersonalOccasion): FeatureReply {
  return { ...say('好的。可以直接提问，也可以发送“学习记录”。'), state: on.state };
}
