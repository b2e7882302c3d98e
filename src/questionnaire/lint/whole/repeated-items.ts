import { likeness } from '../../../text/likeness.ts';
import { isQuestion, type QuestionItem } from '../../questionnaire.ts';
import { plainOf } from '../asked.ts';
import type { WholeRule } from '../rule.ts';

/** Cores that share this much of their pairs ask the same; measured on the development items. */
const SAME = 0.78;
const MOST_COMPARED = 100;

export const REPEATED_ITEMS: WholeRule = {
  name: '题目重复',
  check: ({ items }) => {
    const cores = items
      .filter(isQuestion)
      .slice(0, MOST_COMPARED)
      .map((item) => ({ item, core: coreOf(item.text) }));
    return cores.flatMap(({ item, core }, at) => {
      const earlier = cores.slice(0, at).find((one) => isSame(one, { item, core }));
      if (earlier === undefined) return [];
      return [
        {
          item: item.id,
          message: `与“${earlier.item.text.slice(0, 40)}”问的是一回事。`,
          mend: '删去其中一道，或者写明两道题的不同之处。',
        },
      ];
    });
  },
};

interface Core {
  readonly item: QuestionItem;
  readonly core: string;
}

/** What is asked, without the words that questions are made of. */
function coreOf(text: string): string {
  return plainOf(text, 200)
    .replace(/\([^()]*\)|[^\p{L}\p{N}]/gu, '')
    .replace(/满意(?:程度|度|吗)|是否满意|满意不满意/gu, '满意')
    .replace(/网上|网络|在线/gu, '线上')
    .replace(/老师|讲师|师资/gu, '教师')
    .replace(/讲课|讲授/gu, '授课')
    .replace(/期望|期待|倾向于?|更愿意|喜欢/gu, '希望')
    .replace(
      /您|你|请问?|认为|觉得|希望|比较|采用|采取|通过|以何种|怎样|什么样|哪一?[些种个类项方]?面?|什么|如何|多少|最|更|目前|一般|主要|所在|个人|本人|对于?|进行|开展|的|是|了|有|吗|呢|为|于|以|将|能|会|应/gu,
      '',
    );
}

function isSame(one: Core, other: Core): boolean {
  if (one.core.length < 2 || other.core.length < 2) return false;
  const isChoice = ({ type }: QuestionItem) => type === 'single' || type === 'multiple';
  const sameType = one.item.type === other.item.type;
  if (one.core === other.core) return sameType || (isChoice(one.item) && isChoice(other.item));
  if (!sameType || Math.min(one.core.length, other.core.length) < 4) return false;
  if (likeness(one.core, other.core) < SAME) return false;
  return !isParallel(one.core, other.core);
}

/** 对脱产培训的支持程度 and 对网络培训的支持程度 differ in what they are about. */
function isParallel(one: string, other: string): boolean {
  const [first, second] = [[...one], [...other]];
  const shorter = Math.min(first.length, second.length);
  let start = 0;
  while (start < shorter && first[start] === second[start]) start += 1;
  let end = 0;
  while (end < shorter - start && first.at(-1 - end) === second.at(-1 - end)) end += 1;
  const middle = first.slice(start, first.length - end).join('');
  const otherMiddle = second.slice(start, second.length - end).join('');
  if (middle === '' || otherMiddle === '')
    return /[不未没非无]|前|后|再|还/u.test(middle + otherMiddle);
  return likeness(middle, otherMiddle) < 0.5;
}
