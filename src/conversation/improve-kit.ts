import type { ImprovedKit } from '../seminar/drafting/improved-kit.ts';
import type { Kit } from '../seminar/kit.ts';
import type { Occasion } from './feature.ts';
import type { ModelTools } from './model-tools.ts';
import { limitTime } from './time-limit.ts';

/** What goes to a model endpoint with a kit, for people; said before it goes. */
export function whatLeavesOfKit(host: string): string {
  return `为润色题目，研讨主题、参训对象、本地情况、题目和有关的资料段落会发送给模型接口（${host}），班次名单、学习记录和研讨中的发言不发送`;
}

/**
 * The kit in a model's words, as far as they pass the checks. It counts as one answer for each call
 * against the person's day, takes no longer than an answer may, and ends once the person has left.
 * Whatever the endpoint does, a whole kit comes back, with a remark for the trainer.
 *
 * @param by whose tokens are used
 */
export async function improveKitFor(
  kit: Kit,
  by: string,
  { today, left, borrowIndex }: Pick<Occasion, 'today' | 'left' | 'borrowIndex'>,
  { seminar, timeoutMs, allowance: open }: ModelTools,
): Promise<ImprovedKit> {
  const allowance = await open(by, today, seminar.answersFor(kit));
  const { index, release } = await borrowIndex();
  const time = limitTime(left, timeoutMs);
  const tokens = allowance ?? NOTHING_LEFT;
  try {
    return await seminar.improve(index, kit, { signal: time.signal, tokens });
  } finally {
    time.close();
    release();
    await allowance?.keep();
  }
}

const NOTHING_LEFT = { left: () => 0, spend: () => {} };
