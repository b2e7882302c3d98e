import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { audited } from '../people/audited.ts';
import { actorOf, afterChange, notDone } from './after-change.ts';
import { nameOfVersion, titleOf } from './material-words.ts';
import { namedAs, versionOf, versionsOf } from './opened-material.ts';
import { withDraft } from './register.ts';

const OTHER_GONE = '没有找到要替代的那份资料，它可能已经停用或者删除。草稿没有改动。';

/** Makes a draft the next version of another material. */
export function joinMaterial(
  { to, ...named }: DeedOf<'join-material'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraft(named, on, async () => {
    const [latest] = await versionsOf(to, on);
    if (latest === undefined) return notDone(OTHER_GONE, named, on);
    const shelved = await on.shelf.join(versionOf(named), to, actorOf(on));
    if (shelved.kind === 'refused') return notDone(shelved.problem, named, on);
    const name = nameOfVersion(shelved.material);
    return afterChange(shelved, namedAs(shelved.material), on, {
      words: `已作为${titleOf(latest)}的第 ${shelved.material.entry.version} 版；批准以后替代旧版本。`,
      changes: [audited('登记为新版本', name, on)],
    });
  });
}
