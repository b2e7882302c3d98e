import { nameOf } from '../../../people/person.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { audited } from '../people/audited.ts';
import { actorOf, afterChange } from './after-change.ts';
import { nameOfVersion, shortHash } from './material-words.ts';
import { versionOf } from './opened-material.ts';
import { withDraft } from './register.ts';
import { approversBeside, tell } from './tell.ts';

const NOBODY = '现在没有其他管理员可以审核。请先在“我的班次”中邀请一位管理员。';

/** Hands a draft over to those who may approve it. */
export function submitMaterial(
  named: DeedOf<'submit-material'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraft(named, on, async (draft) => {
    const approvers = await approversBeside(on);
    const shelved = await on.shelf.submit(versionOf(named), actorOf(on));
    const name = nameOfVersion(draft);
    const told =
      approvers.length === 0 ? NOBODY : `已通知 ${approvers.length} 位管理员；批准以后才会引用。`;
    return afterChange(shelved, named, on, {
      words: `已提交审核。${told}`,
      changes: [
        audited('提交资料审核', `${name}，${shortHash(draft.entry)}`, on),
        ...tell(
          draft,
          approvers,
          {
            ...{ did: 'submit', title: '资料待审核' },
            text: `${name}已提交审核，提交人：${nameOf(on.person)}。请核对内容和登记，批准或者退回。`,
          },
          on,
        ),
      ],
    });
  });
}
