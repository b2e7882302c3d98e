import { DAY_BEGINS, DAY_ENDS } from '../schedule/sending-time.ts';
import { timeInWords } from './wishes-in-words.ts';

/** What is offered in place of a time in the evening. */
const LATEST_OFFERED = '19:30';

/** Why no study reminder may come at a time, and a time at which it may. */
export interface QuietTime {
  readonly problem: string;
  readonly instead: string;
}

/** Null where a study reminder may come at a time. */
export function quietTime(time: string): QuietTime | null {
  const instead = time < DAY_BEGINS ? DAY_BEGINS : time >= DAY_ENDS ? LATEST_OFFERED : null;
  if (instead === null) return null;
  return { problem: `没有设为 ${timeInWords(time)}：晚上八点到早上八点不发学习提醒。`, instead };
}
