import { choices, decision, lead, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { audited } from '../people/audited.ts';
import { actorOf, notDone } from './after-change.ts';
import { nameOfVersion } from './material-words.ts';
import { namedAs, versionOf } from './opened-material.ts';
import { withDraft } from './register.ts';

/** Nothing is deleted before it is confirmed. */
export function confirmDiscarding(
  named: DeedOf<'ask-discard-material'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraft(named, on, (material) => ({
    placement: 'turn',
    blocks: [
      lead(`放弃${nameOfVersion(material)}的草稿？`),
      remark('文件和登记一并删除，不能恢复。需要时可以重新上传。'),
      decision(
        '确认放弃',
        ['确定放弃', { kind: 'discard-material', ...namedAs(material) }],
        ['不放弃', { kind: 'open-material', ...namedAs(material) }],
      ),
    ],
  }));
}

export function discardMaterial(
  named: DeedOf<'discard-material'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraft(named, on, async (material) => {
    const shelved = await on.shelf.discard(versionOf(named), actorOf(on));
    if (shelved.kind === 'refused') return notDone(shelved.problem, named, on);
    return {
      placement: 'turn',
      changes: [audited('放弃资料草稿', nameOfVersion(material), on)],
      blocks: [
        lead('草稿已放弃，文件已删除。'),
        choices('资料', ['资料管理', { kind: 'list-shelf', of: 'current', from: 0 }]),
      ],
    };
  });
}
