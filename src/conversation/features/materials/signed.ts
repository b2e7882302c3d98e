import { choices, lead } from '../../blocks.ts';
import type { FeatureReply, PersonalOccasion, SoonReplied } from '../../feature.ts';

const NAMELESS =
  '每一步都要记下经手人，您还没有登记姓名。请先点“填写姓名”，再来办理；刚才的操作没有办理。';

/** What signs a step needs a name; whoever has none is asked for it first. */
export function signed<Asked>(
  task: (asked: Asked, on: PersonalOccasion) => SoonReplied,
  words = NAMELESS,
): (asked: Asked, on: PersonalOccasion) => SoonReplied {
  return (asked, on) => (on.person.name.trim() === '' ? nameless(words) : task(asked, on));
}

export function nameless(words = NAMELESS): FeatureReply {
  return {
    placement: 'turn',
    blocks: [lead(words), choices('姓名', ['填写姓名', { kind: 'write-name' }])],
  };
}
