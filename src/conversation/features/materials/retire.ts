import type { ShelvedMaterial } from '../../../materials/material.ts';
import { cleanWords } from '../../../text/clean-words.ts';
import { choices, decision, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, type SoonReplied, say } from '../../feature.ts';
import { problemOfDeed } from '../../permission.ts';
import { audited } from '../people/audited.ts';
import { actorOf, notDone } from './after-change.ts';
import { waitForMaterial } from './ask-field.ts';
import { materialBlocks } from './material-page.ts';
import { nameOfVersion, shortHash } from './material-words.ts';
import { type NamedVersion, namedAs, versionOf, withMaterial } from './opened-material.ts';
import { thenFresh } from './then-fresh.ts';

const NOT_APPROVED = '这份资料现在不是已批准的状态，不用停用。请看现在的状态。';
const WHAT_FOLLOWS = [
  '停用以后：',
  '一、答复马上不再引用它。',
  '二、曾在答复中看到它的引文的人员，会收到一条消息，说明已经停用。',
  '三、不能恢复；以后还要用的，须重新上传、审核。',
].join('\n');

/** Asks why it ends. */
export function askRetireReason(
  named: DeedOf<'ask-retire-material'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withApproved(named, on, (material) => ({
    placement: 'turn',
    state: waitForMaterial(material, 'retire', [], on),
    blocks: [
      lead(`停用${nameOfVersion(material)}：请写明原因，例如“某发〔2026〕12号已废止”。`),
      remark('写好以后还会请您确认。有新版本的不用停用：新版本批准后自动替代。发送“取消”不停用。'),
      choices('停用', ['不停用', { kind: 'open-material', ...namedAs(material) }]),
    ],
  }));
}

/** The next text, where the reason was asked for: what follows is said before it is done. */
export function takeRetireReason(
  named: NamedVersion,
  text: string,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const reason = cleanWords(text);
  const deed = { kind: 'retire-material' as const, ...named, reason };
  // It may have been asked for while the person still managed materials.
  const problem = problemOfDeed(deed, on.person, on.isPublic);
  if (problem !== null) return Promise.resolve(say(problem));
  return withApproved(named, on, (material) => ({
    placement: 'turn',
    blocks: [
      lead(`停用${nameOfVersion(material)}？`),
      plain(`原因：${reason}`),
      plain(WHAT_FOLLOWS),
      decision(
        '确认停用',
        ['确定停用', deed],
        ['不停用', { kind: 'open-material', ...namedAs(material) }],
      ),
    ],
  }));
}

export function retireMaterial(
  { reason, ...named }: DeedOf<'retire-material'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withApproved(named, on, async (material) => {
    const shelved = await on.shelf.retire(versionOf(named), reason, actorOf(on));
    if (shelved.kind === 'refused') return notDone(shelved.problem, named, on);
    const detail = `${nameOfVersion(material)}，${shortHash(material.entry)}，原因：${reason}`;
    return {
      placement: 'turn',
      changes: [audited('停用资料', detail, on)],
      blocks: thenFresh(
        [lead('已停用，答复不再引用。')],
        { done: '检索已经更新。', waits: '正在更新检索…' },
        () => materialBlocks(shelved.material, on),
        on,
      ),
    };
  });
}

function withApproved(
  named: NamedVersion,
  on: PersonalOccasion,
  then: (material: ShelvedMaterial) => SoonReplied,
): Promise<FeatureReply> {
  return withMaterial(named, on, (material) =>
    material.entry.status === 'approved' ? then(material) : notDone(NOT_APPROVED, named, on),
  );
}
