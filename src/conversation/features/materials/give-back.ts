import { nameOf } from '../../../people/person.ts';
import { cleanWords } from '../../../text/clean-words.ts';
import { choices, lead, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import { problemOfDeed } from '../../permission.ts';
import { audited } from '../people/audited.ts';
import { actorOf, afterChange, notDone } from './after-change.ts';
import { waitForMaterial } from './ask-field.ts';
import { nameOfVersion } from './material-words.ts';
import { type NamedVersion, namedAs, versionOf, withMaterial } from './opened-material.ts';
import { tellSubmitter } from './tell.ts';

const NOT_SUBMITTED = '这份资料现在不在待审核中，不用退回。请看现在的状态。';

/** Asks why it is given back. */
export function askReturnReason(
  named: DeedOf<'ask-return-material'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withMaterial(named, on, (material) => {
    if (material.standing !== 'submitted') return notDone(NOT_SUBMITTED, named, on);
    return {
      placement: 'turn',
      state: waitForMaterial(material, 'return', [], on),
      blocks: [
        lead(`退回${nameOfVersion(material)}：请写明原因和要改的地方。`),
        remark('退回以后成为草稿，提交的人会收到您写的原因。发送“取消”不退回。'),
        choices('退回', ['不退回', { kind: 'open-material', ...namedAs(material) }]),
      ],
    };
  });
}

/** The next text, where the reason was asked for. */
export function takeReturnReason(
  named: NamedVersion,
  text: string,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  // It may have been asked for while the person still managed materials.
  const deed = { kind: 'ask-return-material' as const, ...named };
  const problem = problemOfDeed(deed, on.person, on.isPublic);
  if (problem !== null) return Promise.resolve(say(problem));
  return withMaterial(named, on, async (material) => {
    const reason = cleanWords(text);
    const shelved = await on.shelf.giveBack(versionOf(named), reason, actorOf(on));
    const name = nameOfVersion(material);
    return afterChange(shelved, named, on, {
      words: '已退回，成为草稿。提交的人改好后可以再次提交。',
      changes: [
        audited('退回资料', `${name}，原因：${reason}`, on),
        ...tellSubmitter(
          material,
          {
            ...{ did: 'return', title: '资料已退回' },
            text: `${name}没有批准，已退回修改。审核人：${nameOf(on.person)}。原因：${reason}`,
          },
          on,
        ),
      ],
    });
  });
}
