import { countsInWords } from '../../../materials/gate/gate-words.ts';
import { readReason } from '../../../materials/gate/read-reason.ts';
import type { Release } from '../../../materials/gate/store.ts';
import { choices, decision, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, type SoonReplied, say } from '../../feature.ts';
import { problemOfDeed } from '../../permission.ts';
import { actorOf } from '../materials/after-change.ts';
import { thenFresh } from '../materials/then-fresh.ts';
import { audited } from '../people/audited.ts';
import { gateBlocks, isHeldNow } from './gate-page.ts';

const NOT_HELD = '这次变动现在没有被拦下，不用启用。请看现在的把关结果。';
const NOTHING_ASKED = '现在没有等待填写的内容。发送“把关”可以查看把关结果。';

/** Asked meanwhile: no reason ends so, and one that is taken for it would let something through. */
const QUESTION = /[？?]\s*$/u;

type Named = Pick<Release, 'index' | 'before'>;

/** Asks why it is to be let through. */
export function askOverrule(
  { index, before }: DeedOf<'ask-overrule'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withHeld({ index, before }, on, ({ findings }) => ({
    placement: 'turn',
    state: { ...on.state, expecting: 'words-for-gate', gateWords: { index, before } },
    blocks: [
      lead('把关没有通过，仍要启用的，请写明理由，例如“新规定已经调整了名额，把关题稍后修改”。'),
      plain(countsInWords(findings)),
      remark('理由最多 500 个字，记入操作记录。写好以后还会请您确认。发送“取消”不启用。'),
      choices('启用', ['不启用', { kind: 'open-gate' }]),
    ],
  }));
}

/** The next text, where the reason was asked for: what follows is said before it is done. */
export function takeOverruleReason(text: string, on: PersonalOccasion): SoonReplied {
  const asked = on.pending.gateWords;
  if (asked === null) return say(NOTHING_ASKED);
  if (QUESTION.test(text)) return on.perform({ kind: 'intent', intent: 'ask', text }, on);
  const read = readReason(text);
  if (!read.ok) {
    return {
      ...say(read.problem),
      state: { ...on.state, expecting: 'words-for-gate', gateWords: asked },
    };
  }
  const { reason } = read;
  const deed = { kind: 'overrule-release' as const, ...asked, reason };
  // It may have been asked for while the person still managed materials.
  const problem = problemOfDeed(deed, on.person, on.isPublic);
  if (problem !== null) return say(problem);
  return withHeld(asked, on, ({ findings }) => ({
    placement: 'turn',
    blocks: [
      lead('把关没有通过，仍然启用？'),
      plain(`理由：${reason}`),
      plain(`启用以后，答复马上按变动后的资料给出。${countsInWords(findings)}。`),
      decision('确认启用', ['确定启用', deed], ['不启用', { kind: 'open-gate' }]),
    ],
  }));
}

/** Lets it through; answers come from it before the reply ends. */
export function overruleRelease(
  { index, before, reason }: DeedOf<'overrule-release'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withHeld({ index, before }, on, async () => {
    const decided = { by: actorOf(on), reason, at: on.now.toISOString() };
    const released = await on.releases.overrule(index, before, decided);
    if (released === null) return notHeld(on);
    return {
      placement: 'turn',
      changes: [
        audited('把关未通过仍然启用', `${countsInWords(released.findings)}，理由：${reason}`, on),
      ],
      blocks: thenFresh(
        [lead('已同意启用，理由已经记录。')],
        { done: '现在起答复按变动后的资料给出。', waits: '正在启用…' },
        async () => [choices('把关', ['把关结果', { kind: 'open-gate' }])],
        on,
      ),
    };
  });
}

/** Goes on with what the gate has stopped now. */
async function withHeld(
  { index, before }: Named,
  on: PersonalOccasion,
  then: (held: Release) => SoonReplied,
): Promise<FeatureReply> {
  const found = await on.releases.find(index, before);
  return found !== null && isHeldNow(found, on) ? then(found) : notHeld(on);
}

function notHeld(on: PersonalOccasion): FeatureReply {
  async function* blocks() {
    yield remark(NOT_HELD);
    yield* gateBlocks(on);
  }
  return { placement: 'turn', blocks: blocks() };
}
