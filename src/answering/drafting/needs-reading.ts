import { NOT_OUTRIGHT } from '../answer.ts';
import type { FoundAnswer } from '../answer-question.ts';

/** A longer message says for itself what it is about. */
const LONGEST_FOLLOW_UP = 60;

/** Words with which people ask for something to be done. */
const ASKS_FOR_A_DEED =
  /帮我|替我|请帮|给我|麻烦|我要|我想|记一下|记上|记录|补记|登记|打卡|导出|打开|新建|新开|邀请|生成|出一套|安排|查看|看看|看一下|删除|清除|提个?意见|建议/u;

/**
 * Whether a model is asked what a message means before it is answered: where it may lean on what was
 * said before, is in another language, may ask for a deed, or is not answered outright by its own
 * words. Everything else is answered a call sooner.
 */
export function needsReading(
  text: string,
  hasContext: boolean,
  { answer, settledBy }: FoundAnswer,
): boolean {
  if (!/\p{Script=Han}/u.test(text)) return true;
  if (ASKS_FOR_A_DEED.test(text)) return true;
  if (settledBy === 'rule') return false;
  if (hasContext && [...text].length <= LONGEST_FOLLOW_UP) return true;
  return answer.outcome !== 'answered' || answer.lead.startsWith(NOT_OUTRIGHT);
}
