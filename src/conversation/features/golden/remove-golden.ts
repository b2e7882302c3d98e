import { decision, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import { actorOf } from '../materials/after-change.ts';
import { audited } from '../people/audited.ts';
import { withGolden } from './golden-page.ts';
import { HIDDEN } from './golden-words.ts';
import { listGolden } from './list-golden.ts';
import { isHidden } from './write-in-golden.ts';

const LIST = { kind: 'list-golden', of: 'all', words: '', from: 0 } as const;

export function confirmDroppingGolden(
  { golden }: DeedOf<'ask-drop-golden'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withGolden(golden, on, async (found) => {
    if (await isHidden(found, on)) return say(HIDDEN);
    return {
      placement: 'turn',
      blocks: [
        lead('删除这道把关题？'),
        plain(found.question),
        remark('删除以后，资料再有改动时不再核对这个问题。'),
        decision(
          '删除把关题',
          ['确定删除', { kind: 'drop-golden', golden }],
          ['不删除', { kind: 'open-golden', golden }],
        ),
      ],
    };
  });
}

export function dropGolden(
  { golden }: DeedOf<'drop-golden'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withGolden(golden, on, async ({ question }) => {
    const outcome = await on.companions.dropGolden(golden, actorOf(on));
    if (outcome.kind === 'refused') return say(outcome.problem);
    const list = await listGolden(LIST, on);
    return {
      placement: 'turn',
      blocks: [lead('已删除。'), ...(list.blocks as Iterable<never>)],
      changes: [audited('删除把关题', question, on)],
    };
  });
}
