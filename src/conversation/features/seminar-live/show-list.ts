import { standing } from '../../../seminar/session/standing.ts';
import { choices, heading, plain } from '../../blocks.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { asOwner, steering } from './access.ts';
import { nameOf, standingLine } from './words.ts';

/** All of the round, with what was merged under what it was merged into. */
export async function showList(id: string, on: PersonalOccasion): Promise<FeatureReply> {
  return asOwner(id, on, async (session) => {
    const list = standing(await on.seminars.contributions(id, session.round));
    const lines = list.flatMap((one) => [
      standingLine(one),
      ...one.merged.map(({ number, text }) => `　　并入：${number}. ${text}`),
    ]);
    return steering(session, on, {
      blocks: [
        heading(`${nameOf(session.round)}清单（${list.length} 条）`),
        plain(lines.length === 0 ? '还没有意见。' : lines.join('\n')),
        choices('研讨', ['返回', { kind: 'open-panel', session: id }]),
      ],
    });
  });
}
