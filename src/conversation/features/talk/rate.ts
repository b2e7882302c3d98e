import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, notice, type Occasion } from '../../feature.ts';

/** Keeps 有用 or 没帮助 for an answer; the last one counts. */
export function rate({ turn, verdict }: DeedOf<'rate'>, { now, today }: Occasion): FeatureReply {
  const thanks =
    verdict === 'useful'
      ? '已记录：有用。感谢反馈。'
      : '已记录：没帮助。可以换一种说法再问，也可以发送“意见建议”说明情况。';
  return { ...notice(thanks), rating: { turn, verdict, at: now.toISOString(), day: today } };
}
