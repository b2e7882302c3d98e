import type { FailureKind } from '../../model/model.ts';
import type { Kit } from '../kit.ts';
import type { Rewritten } from './rewrite-part.ts';
import type { Item } from './rewriting.ts';

/** How the rewriting of a kit ended. */
export type Course =
  /** Something of the model's was taken. */
  | 'improved'
  /** The model would leave everything as it is. */
  | 'unchanged'
  /** Nothing that the model wrote passed. */
  | 'did-not-pass'
  /** Nothing of the kit may go to the endpoint, or the order is written for a model. */
  | 'not-sent'
  /** The endpoint gave nothing usable. */
  | 'endpoint-failed'
  | 'resting'
  | 'too-slow'
  | 'over-budget'
  /** The person had left, or the service stops. */
  | 'left';

/** A kit after a model had a hand in it; without one it is the generator's, word for word. */
export interface ImprovedKit {
  readonly kit: Kit;
  readonly course: Course;
  /** Questions that are the model's now, and those that stay as they were. */
  readonly taken: number;
  readonly kept: number;
  /** Whether the focus, and how many aims, are the model's now. */
  readonly isFocusTaken: boolean;
  readonly aimsTaken: number;
  /** Rewritings that were rejected for good, each with the rules that they break. */
  readonly rejected: readonly { readonly item: string; readonly rules: readonly string[] }[];
  /** Names of questions that the model made up. */
  readonly strangers: number;
  /** A line for the trainer on how it came about. */
  readonly remark: string;
}

const KEPT = '题目保留原样。';

/** What a trainer is told where nothing of the model's is in the kit. */
const REMARKS: Readonly<Record<Exclude<Course, 'improved'>, string>> = {
  unchanged: '模型没有改动题目。',
  'did-not-pass': '模型改写的题目没有通过核对，没有采用，保留原题。',
  'not-sent': `题目没有发送给模型接口：其中有不能外发的内容，或者夹有写给模型的话。${KEPT}`,
  'endpoint-failed': `模型接口没有给出可用的改写，${KEPT}`,
  resting: `模型接口暂时不可用，${KEPT}`,
  'too-slow': `模型没有在规定时间内完成改写，${KEPT}`,
  'over-budget': `今天可用的模型用量已经用完，${KEPT}`,
  left: '',
};

/** @param kit as it is now; `rewritten` empty where nothing was sent */
export function improvedKit(
  kit: Kit,
  rewritten: readonly Rewritten[],
  atHome: readonly Item[],
): ImprovedKit {
  const fates = rewritten.flatMap(({ fates: ofPart }) => [...ofPart]);
  const takenOf = (kind: Item['kind']) =>
    fates.filter(([item, fate]) => item.kind === kind && fate.kind === 'taken').length;
  const rejected = fates.flatMap(([item, fate]) =>
    fate.kind === 'rejected' ? [{ item, rules: [...new Set(fate.findings.map(ruleOf))] }] : [],
  );
  const taken = takenOf('question');
  const counted = {
    ...{ taken, kept: kit.questions.length - taken },
    ...{ isFocusTaken: takenOf('focus') > 0, aimsTaken: takenOf('aim') },
  };
  const course = courseOf(rewritten);
  const failed = rewritten.flatMap(({ part, fates: ofPart, failure }) =>
    failure === null ? [] : part.items.filter((item) => !ofPart.has(item)),
  );
  const remark =
    course === 'improved'
      ? remarkOn(counted, {
          rejected: questionsIn(rejected.map(({ item }) => item)),
          failed: questionsIn(failed),
          atHome: questionsIn(atHome),
        })
      : REMARKS[course];
  return {
    ...{ kit, course, ...counted, remark },
    rejected: rejected.map(({ item, rules }) => ({ item: item.id, rules })),
    strangers: rewritten.reduce((sum, one) => sum + one.strangers, 0),
  };
}

function ruleOf({ rule }: { readonly rule: string }): string {
  return rule;
}

function questionsIn(items: readonly Item[]): number {
  return items.filter(({ kind }) => kind === 'question').length;
}

function courseOf(rewritten: readonly Rewritten[]): Course {
  if (rewritten.length === 0) return 'not-sent';
  const fates = rewritten.flatMap(({ fates: ofPart }) => [...ofPart.values()]);
  if (fates.some(({ kind }) => kind === 'taken')) return 'improved';
  if (fates.some(({ kind }) => kind === 'rejected')) return 'did-not-pass';
  const [failure] = rewritten.flatMap((one) => one.failure ?? []);
  return failure === undefined ? 'unchanged' : courseOfFailure(failure.kind);
}

function courseOfFailure(kind: FailureKind): Course {
  if (kind === 'cancelled') return 'left';
  if (kind === 'timeout') return 'too-slow';
  return kind === 'resting' || kind === 'over-budget' ? kind : 'endpoint-failed';
}

/** 由模型润色12题，3题未通过核对，保留原题。 */
function remarkOn(
  { taken, isFocusTaken, aimsTaken }: Pick<ImprovedKit, 'taken' | 'isFocusTaken' | 'aimsTaken'>,
  why: Readonly<Record<'rejected' | 'failed' | 'atHome', number>>,
): string {
  const besides = [
    ...(isFocusTaken ? ['聚焦问题'] : []),
    ...(aimsTaken > 0 ? [`${aimsTaken}条目标`] : []),
  ];
  const by = [...(taken > 0 ? [`${taken}题`] : []), ...besides].join('、');
  const kept = [
    ...(why.rejected > 0 ? [`${why.rejected}题未通过核对`] : []),
    ...(why.failed > 0 ? [`${why.failed}题没有收到改写`] : []),
    ...(why.atHome > 0 ? [`${why.atHome}题含有不能外发的内容，没有发送`] : []),
  ];
  const rest = kept.length > 0 ? `，${kept.join('，')}，保留原题` : '';
  return `由模型润色${by}${rest}。`;
}
