import { choices, lead, remark } from '../../blocks.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';

const NAME = /^[\p{L}·.\s]{2,30}$/u;
const NO_NAME = '这不像姓名。请只发送姓名，例如“王芳”；也可以不填。';

/** Asks whoever came in by a shared code what they are called; they need not say. */
export function nameBlocks(): DraftBlock[] {
  return [
    lead('请发送您的姓名，供本班教师核对名单。'),
    remark('也可以不填。姓名只有本班教师和管理员能看到。'),
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

export function takeName(text: string, on: PersonalOccasion): FeatureReply {
  const name = text.replace(/^(?:我是|我叫|姓名[:：]?)/u, '').trim();
  if (!NAME.test(name)) return { ...say(NO_NAME), state: { ...on.state, expecting: 'name' } };
  return {
    placement: 'turn',
    changes: [{ of: 'people', change: { kind: 'rename', person: on.person.id, name } }],
    blocks: [
      lead(`${name}，您好。`),
      remark('可以直接提问，也可以发送“学习记录”“我的班次”。发送“帮助”查看用法。'),
    ],
  };
}

export function skipName(on: PersonalOccasion): FeatureReply {
  return { ...say('好的。可以直接提问，也可以发送“学习记录”。'), state: on.state };
}
