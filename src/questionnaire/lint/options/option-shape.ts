import { isOther } from '../../questionnaire.ts';
import { readBands } from './read-bands.ts';
import { isOrdinal } from './read-ordinal.ts';
import type { Scale } from './read-scale.ts';
import { areContrary, isUndecided, isWayOut } from './ways-out.ts';

/**
 * What a list of options is: degrees of one thing, how often, quantities in bands, steps of a ladder
 * (层级、学历), times of a calendar, or kinds. Kinds alone need 其他: the others are whole in themselves.
 */
export type OptionShape =
  | 'none'
  | 'yes-no'
  | 'scale'
  | 'frequency'
  | 'bands'
  | 'ordinal'
  | 'calendar'
  | 'whole'
  | 'kinds';

const YES_OR_NO =
  /^(?:是的?|否|不是|有|无|没有?|能|不能|会|不会|对|不对|错|可以|不可以|男|女|赞成|反对|已.{0,8}|未.{0,8}|还?没有?.{0,8}|参加过|听说过)$/u;
const FREQUENCY =
  /^(?:总是|经常|时常|常常|常见|偶见|没见过|少见|罕见|有时|偶尔|很少|极少|从不|从未|从来没有|几乎(?:不|没有|每次).{0,4}|每.{1,4}(?:次|多次|以上)?|不定期.{0,4}|定期.{0,4})/u;
const CALENDAR =
  /^(?:周|星期|工作日|双休日|休息日|周末|节假日|假期|寒假|暑假|[上下]半[年天]|第?[一二三四]季度|\d{1,2}[月日]|[一二三四五六七八九十]{1,2}月|上午|下午|晚上|晚间|夜间|白天|早上|中午|午间|春|夏|秋|冬|月[初中末底]|年[初中末底]|[上中下]旬|上班前|午休|课间|饭后|睡前|下班后|业余时间|工作时间)/u;
const NUMBERED =
  /^第.{1,3}(?:小?组|期|次|班|批次?|类|片区?|支部|阶段|年|个?月|周|天|节|届|轮|学期)/u;
/** Degrees in words that `readScale` does not know, and parts of a whole. */
const GRADED =
  /^(?:超出|高于|达到|符合|低于|没有?达到|未达到|一定|肯定|可能|也许|远[超高低]|略[超高低有]|大幅|小幅|明显|有所|很|较|非常|比较|不太|全部|大部分|小部分|部分|少量|多数|少数|完全|基本|超额|按时|都会|都能|都.{1,6}过$|只|少部分|几乎)|(?<!第)[一两二三四多\d]次/u;
/** 单位承担大部分, 个人全部承担. */
const SHARE = /全部|大部分|小部分|少部分|一半|全额|部分/u;
/** One of these leaves nobody without an answer. */
const TAKES_IN_THE_REST =
  /结合|兼顾|并重|兼有|混合|(?:都|均|皆)不?(?:要|可|行|能|愿|接受|适合|喜欢|赞成)|保持|不限|由.{1,4}(?:自定|自选|自行决定|自愿)$|无所谓|没有?偏好|没有?(?:特别)?要求|(?:视|看|依|按).{0,8}(?:情况|需要|内容|而定)|服从|听从|各.{0,3}半|^(?:同样|一样|同等)|不变|维持|两者|适中|正好|刚好/u;

export function shapeOf(options: readonly string[], scale: Scale | null): OptionShape {
  const told = options.filter((option) => option !== '' && !isOther(option));
  if (told.length === 0) return 'none';
  if (isYesOrNo(told)) return 'yes-no';
  if (scale !== null) return 'scale';
  if (mostOf(told, (option) => FREQUENCY.test(option))) return 'frequency';
  if (readBands(options) !== null) return 'bands';
  if (mostOf(told, isOrdinal) || mostOf(told, (option) => NUMBERED.test(option))) return 'ordinal';
  if (mostOf(told, (option) => CALENDAR.test(option))) return 'calendar';
  if (mostOf(told, (option) => GRADED.test(option))) return 'whole';
  if (mostOf(told, (option) => SHARE.test(option))) return 'whole';
  if (told.some((option) => TAKES_IN_THE_REST.test(option)) || isAllOrNone(told)) return 'whole';
  return 'kinds';
}

/** Two that exclude each other, with or without 说不清 and 没有参加过 beside them. */
function isYesOrNo(options: readonly string[]): boolean {
  const decided = options.filter((option) => !isUndecided(option));
  const concerned = decided.filter((option) => !isWayOut(option));
  return [options, decided, concerned].some((rest) => {
    if (rest.length !== 2) return false;
    const [one, other] = rest.map((option) => option.replace(/\([^()]*\)/gu, '')) as [
      string,
      string,
    ];
    return (
      (YES_OR_NO.test(one) && YES_OR_NO.test(other)) ||
      areContrary(one, other) ||
      areContrary(other, one)
    );
  });
}

/** 工作日, 周末, 都方便, 都不方便. */
function isAllOrNone(options: readonly string[]): boolean {
  return options.some((one) =>
    options.some((other) => /^(?:都|均|皆)不/u.test(other) && one === other.replace('不', '')),
  );
}

function mostOf(options: readonly string[], holds: (option: string) => boolean): boolean {
  return options.filter(holds).length >= Math.max(2, options.length * 0.6);
}
