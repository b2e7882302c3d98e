import type { AnswerKind } from '../corpus/faq.ts';
import { foldCharacters } from '../text/fold.ts';
import { findPlaceReferences } from '../text/references.ts';
import { type Slot, slotsOf } from './slots.ts';

/** A question as the answer needs to see it. */
export interface Question {
  readonly text: string;
  /** In simplified script and plain width: what patterns and words are matched against. */
  readonly plain: string;
  readonly wants: AnswerKind;
  readonly slots: readonly Slot[];
  /** Places that it names, such as 五（二） or 第三十三条. */
  readonly places: readonly string[];
  /** What it sets in quotation marks: words to be found as they stand. */
  readonly literals: readonly string[];
  /** It asks for more than one statement. */
  readonly several: boolean;
  /** It asks how strongly something is required. */
  readonly asksForce: boolean;
}

const ASKS_COMPARISON =
  /不同|区别|差别|差异|差在|不一样|一样(?:吗|硬|重)|相比|对比|比较|还是(?!不)|各(?:有|是|自|要|承担|做|管|怎|侧重|讲|提)|分工/u;
const ASKS_LIST =
  /哪(?:些|几|两|二|三|四|五|六|七|八|九|十)|什么(?:方法|方式|形式|内容|措施)|有什么|有啥|都有|包括|包含|列(?:出|举)|分别|几(?:个|项|条|类|种)?(?:方面|部分|环节)/u;
const ASKS_PROCEDURE = /怎么|如何|怎样|咋|怎(?=[做办管建改用处])|办法|程序|流程|步骤|环节|措施/u;
const ASKS_SEVERAL =
  /分别|各(?:有|是|自|要|承担|做|管|怎|侧重|讲|提|强调)|两(?:处|块|条|个地方|方面|件事|句|点)|三(?:处|块|条|个地方)|几处|哪几(?:处|项|条|件|个)|都(?:有|是|在)|一起|除了.{2,30}还/u;
const ASKS_FORCE =
  /力度|口气|硬性|必须|强制|一样硬|是不是(?:一定|非得)|(?:要求|规定)还是(?:鼓励|探索)|明确要求|只是(?:鼓励|探索)|推行.{0,6}探索|探索.{0,6}推行|鼓励.{0,12}(?:吗|呢)/u;

export function readAsQuestion(text: string): Question {
  const plain = foldCharacters(text);
  const slots = slotsOf(plain);
  return {
    text,
    plain,
    wants: wantOf(plain, slots),
    slots,
    places: findPlaceReferences(text).map(({ key }) => key),
    literals: literalsOf(plain),
    several: asksForSeveral(plain),
    asksForce: ASKS_FORCE.test(plain),
  };
}

function asksForSeveral(plain: string): boolean {
  const patterns = [ASKS_SEVERAL, ASKS_COMPARISON, ASKS_FORCE];
  return patterns.some((pattern) => pattern.test(plain)) || asksTwice(plain);
}

/** Two clauses with a question word each ask two things. */
function asksTwice(plain: string): boolean {
  const asking = /怎么|怎样|如何|什么|啥|哪|多少|几(?=[个项名门次年月天])|谁/u;
  return plain.split(/[，,；;、。？?]/u).filter((clause) => asking.test(clause)).length > 1;
}

function wantOf(plain: string, slots: readonly Slot[]): AnswerKind {
  if (ASKS_COMPARISON.test(plain)) return 'comparison';
  if (slots.some(({ name }) => name === 'body')) return 'body';
  if (slots.length > 0) return 'figure';
  if (ASKS_LIST.test(plain)) return 'list';
  return ASKS_PROCEDURE.test(plain) ? 'procedure' : 'statement';
}

function literalsOf(plain: string): string[] {
  return [...plain.matchAll(/[“"「『《]([^“”"「」『』《》]{3,40})[”"」』》]/gu)].map(
    (match) => match[1] as string,
  );
}
