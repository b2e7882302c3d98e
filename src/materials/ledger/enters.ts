import type { Answer, Citation } from '../../answering/answer.ts';
import type { FoundAnswer } from '../../answering/answer-question.ts';
import { scopeReason } from '../../answering/scope.ts';
import { foldCharacters } from '../../text/fold.ts';
import { ordersToModelIn } from '../../text/orders-to-model.ts';
import type { Asked, Cause, Near } from './topic.ts';

/** A question with what became of it. */
export interface Concluded {
  /** As it was written, and as it was understood in full words. */
  readonly said: string;
  readonly answer: Pick<Answer, 'question' | 'outcome' | 'quotes' | 'nearest'>;
  readonly settledBy: FoundAnswer['settledBy'];
  /** It was read as asking for something to be done. */
  readonly isRequest?: boolean;
}

/** What enters the ledger of a question; who asked, and when, is known elsewhere. */
export type Entering = Pick<Asked, 'text' | 'cause' | 'near'>;

/** Asks for a deed of the assistant, whatever the text says of it. */
const DEED =
  /^(?:请|麻烦|你|能不能|可以)*(?:帮我|替我)(?:.{0,4})(?:记|打卡|登记|报名|请假|导出|删除|发送|打开|取消|新建|设置|修改)/u;

/** Says what somebody did: that is for 意见建议, where nobody reads who wrote it. */
const COMPLAINT =
  /(?:^|[，。；！？])(?:请问)?(?:我们?|本人|要|想|来|需要|实名|匿名){1,4}(?:投诉|举报|控告|检举|揭发)(?!的?(?:渠道|电话|方式|程序|流程|邮箱|信箱))/u;

/** Longer ones are a whole case: nobody else asks the same, and no pair has such a wording. */
const LONGEST = 160;

/**
 * What of a refused question enters the ledger; null where nothing does: where it is none of this
 * assistant's work, or a rule alone refuses it (a place that no text has). What an attachment holds
 * does enter.
 *
 * @param isOpen whether a material is for everyone: a place of another one is not told
 */
export function enters(
  concluded: Concluded,
  isOpen: (material: string) => boolean,
): Entering | null {
  const { outcome } = concluded.answer;
  const isMissing =
    outcome === 'not-included' || (outcome === 'not-in-corpus' && concluded.settledBy !== 'rule');
  return isMissing ? entering(concluded, outcome, isOpen) : null;
}

/** What of an answered question enters, should its answer turn out to be no help; null where nothing may. */
export function entersUnhelped(
  concluded: Concluded,
  isOpen: (material: string) => boolean,
): Entering | null {
  const isAnswered = concluded.answer.outcome === 'answered';
  return isAnswered ? entering(concluded, 'not-helpful', isOpen) : null;
}

function entering(
  { said, answer, isRequest = false }: Concluded,
  cause: Cause,
  isOpen: (material: string) => boolean,
): Entering | null {
  const { question: text, quotes, nearest } = answer;
  const isNoQuestion = isRequest || [said, text].some(isOutOfPlace);
  if (isNoQuestion || [...text].length > LONGEST) return null;
  return { text, cause, near: nearOf([...quotes, ...nearest], isOpen) };
}

/** What is no question of policy, however it was answered. */
function isOutOfPlace(text: string): boolean {
  const plain = foldCharacters(text);
  const isForOthers = DEED.test(plain) || COMPLAINT.test(plain);
  return scopeReason(plain) !== null || isForOthers || ordersToModelIn(text).length > 0;
}

function nearOf(
  citations: readonly Citation[],
  isOpen: (material: string) => boolean,
): Near | null {
  const first = citations.find(({ material }) => isOpen(material));
  if (first === undefined) return null;
  const { material, title, place } = first;
  return { material, title, place };
}
