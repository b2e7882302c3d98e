import {
  LONGEST_CONTRIBUTION,
  readContribution,
} from '../../../seminar/session/read-contribution.ts';
import type { SeminarSession } from '../../../seminar/session/session.ts';
import { lead, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import { asOwnerOfOpen, steering } from './access.ts';
import { toPlace } from './move.ts';
import { panel } from './panel.ts';
import { SESSION_GONE } from './words.ts';

const ONLY_BEFORE_CAUSES = '聚焦问题在第一轮公布结果以后选定；现在不能从清单中选。';

/** Takes what the first round has found as the focus of the others. */
export async function chooseFocus(
  { session: id, from, contribution }: DeedOf<'choose-focus'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return asOwnerOfOpen(id, on, async (session) => {
    const isTime = session.round === 'problem' && session.phase === 'result';
    if (!isTime || session.step < from) return panel(session, on, [lead(ONLY_BEFORE_CAUSES)]);
    const list = await on.seminars.contributions(id, 'problem');
    const found = list.find((one) => one.id === contribution);
    if (found === undefined) return panel(session, on, [lead('这一条已经不在清单上。')]);
    return focusOn(found.text, session, on);
  });
}

/** Asks for other words. */
export async function askForFocus(id: string, on: PersonalOccasion): Promise<FeatureReply> {
  return asOwnerOfOpen(id, on, (session) => {
    const asking = steering(session, on, {
      blocks: [
        lead('请用一句话写出聚焦问题。'),
        remark(`现在是：${session.focus}\n最多 ${LONGEST_CONTRIBUTION} 个字，发送“取消”不作修改。`),
      ],
    });
    return { ...asking, state: { ...(asking.state ?? on.state), expecting: 'focus' } };
  });
}

/** @param text the focus in the trainer's own words */
export async function takeFocus(text: string, on: PersonalOccasion): Promise<FeatureReply> {
  const id = on.state.seminar?.session ?? '';
  if (id === '') return say(SESSION_GONE);
  return asOwnerOfOpen(id, on, (session) => {
    const read = readContribution(text.replace(/^\s*聚焦(?:问题)?\s*[:：]/u, ''));
    if (!read.ok) return panel(session, on, [lead(read.problem)]);
    return focusOn(read.text, session, on);
  });
}

async function focusOn(
  focus: string,
  session: SeminarSession,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const reply = await toPlace({ ...session, focus }, on);
  return { ...reply, blocks: [lead(`聚焦问题已定为：${focus}`), ...(reply.blocks as never[])] };
}
