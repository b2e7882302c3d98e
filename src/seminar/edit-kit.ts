import type { CorpusIndex } from '../retrieval/index/open.ts';
import { likeness } from '../text/likeness.ts';
import type { KitEdit, KitEdited } from './edit.ts';
import { findGrounds, type Grounds } from './grounding/find-grounds.ts';
import { readTopic, type Topic } from './grounding/read-topic.ts';
import type { Kit, KitQuestion } from './kit.ts';
import { SAME_QUESTION } from './lint/lint-questions.ts';
import { makeKit, planOf, writerFor } from './make-kit.ts';
import type { SeminarOrder } from './order.ts';
import { METHOD_PLANS } from './plan/methods.ts';
import { questionOf } from './questions/choose-questions.ts';
import { type Kind, LEVELS } from './questions/question.ts';
import { sharpened } from './questions/sharpen.ts';

/** A kit for one occasion is not endless; nobody asks more in a day. */
const MOST_QUESTIONS = 40;
const FEWEST_QUESTIONS = 1;
const GONE = '这道题已经不在方案里了，请重新打开题目清单。';
const OWN_LEVEL = '教师自拟';
const NONE_LEFT = '这个环节已经没有更多备选的题目。可以改写现有的题，或者自己写一道。';

/**
 * Carries out one change. Only what the change concerns is made anew: the trainer's own wordings
 * stay, save where another method or audience needs other questions. Sizes within `ORDER_LIMITS`.
 */
export function editKit(index: CorpusIndex, kit: Kit, edit: KitEdit): KitEdited {
  switch (edit.kind) {
    case 'replace':
      return onQuestion(kit, edit.question, (question, at) => replace(index, kit, question, at));
    case 'sharpen':
      return onQuestion(kit, edit.question, (question, at) => sharpen(kit, question, at));
    case 'rewrite':
      return onQuestion(kit, edit.question, (question, at) =>
        done(kit, put(kit, at, rewritten(question, edit.text)), `改写第${at + 1}题`),
      );
    case 'move':
      return onQuestion(kit, edit.question, (_, at) => move(kit, at, at + edit.by));
    case 'add':
      return add(index, kit, edit.stage, edit.text);
    case 'delete':
      return onQuestion(kit, edit.question, (_, at) => remove(kit, at));
    case 'set-minutes':
      return recompute(kit, { minutes: edit.minutes }, `时长改为${edit.minutes}分钟`);
    case 'set-people':
      return recompute(kit, { people: edit.people }, `人数改为${edit.people}人`);
    case 'set-method':
      return remake(index, kit, { method: edit.method }, `方法改为${edit.method}`);
    case 'set-audience':
      return remake(index, kit, { audience: edit.audience }, `对象改为${edit.audience}`);
    case 'set-situation':
      return remake(index, kit, { situation: edit.situation }, '本地情况已改');
    default:
      return edit satisfies never;
  }
}

function onQuestion(
  kit: Kit,
  id: string,
  change: (question: KitQuestion, at: number) => KitEdited,
): KitEdited {
  const at = kit.questions.findIndex((one) => one.id === id);
  const question = kit.questions[at];
  return question === undefined ? { ok: false, problem: GONE } : change(question, at);
}

function done(kit: Kit, questions: readonly KitQuestion[], note: string): KitEdited {
  return { ok: true, kit: { ...kit, questions: [...questions] }, note };
}

function put(kit: Kit, at: number, question: KitQuestion): KitQuestion[] {
  return kit.questions.with(at, question);
}

function replace(index: CorpusIndex, kit: Kit, old: KitQuestion, at: number): KitEdited {
  const written = writeAnother(index, kit, old.stage, kindOf(kit, old), old.id);
  if (written === null) return { ok: false, problem: NONE_LEFT };
  return done(kit, put(kit, at, written), `更换第${at + 1}题`);
}

function sharpen(kit: Kit, question: KitQuestion, at: number): KitEdited {
  const sharper = sharpened(question, kindOf(kit, question));
  if (sharper === null) {
    return { ok: false, problem: '这道题已经收得很窄了。可以换一题，或者自己改写。' };
  }
  return done(kit, put(kit, at, sharper), `收窄第${at + 1}题`);
}

function move(kit: Kit, from: number, to: number): KitEdited {
  const [question, other] = [kit.questions[from], kit.questions[to]];
  if (question === undefined || other === undefined) {
    return { ok: false, problem: to < 0 ? '已经是第一题了。' : '已经是最后一题了。' };
  }
  // Across a border, a question joins the stage that it comes to.
  const moved = question.stage === other.stage ? question : { ...question, stage: other.stage };
  const questions =
    moved.stage === question.stage
      ? kit.questions.with(from, other).with(to, question)
      : kit.questions.with(from, moved);
  return done(kit, questions, `调整第${from + 1}题的次序`);
}

function add(index: CorpusIndex, kit: Kit, stage: string, text: string | null): KitEdited {
  if (kit.questions.length >= MOST_QUESTIONS) {
    return { ok: false, problem: `题目已有${MOST_QUESTIONS}道，请先删去用不上的再加。` };
  }
  const kinds = METHOD_PLANS[kit.order.method].stages.find((one) => one.stage === stage)?.kinds;
  if (kinds === undefined) return { ok: false, problem: '方案里没有这个环节，请重新选择。' };
  const there = kit.questions.filter((one) => one.stage === stage).length;
  const kind = kinds[there % kinds.length] as Kind;
  const id = nextId(kit);
  const question =
    text === null ? writeAnother(index, kit, stage, kind, id) : ownQuestion(id, stage, text);
  if (question === null) return { ok: false, problem: NONE_LEFT };
  const after = kit.questions.findLastIndex((one) => one.stage === stage);
  const questions = kit.questions.toSpliced(after + 1 || kit.questions.length, 0, question);
  return done(kit, questions, `在“${stage}”中加一题`);
}

function remove(kit: Kit, at: number): KitEdited {
  if (kit.questions.length <= FEWEST_QUESTIONS) {
    return { ok: false, problem: '只剩一道题了，没有删除。可以换一题，或者自己改写。' };
  }
  return done(kit, kit.questions.toSpliced(at, 1), `删除第${at + 1}题`);
}

/** What may have been written better stays; a time and a number say nothing about it. */
function recompute(kit: Kit, change: Partial<SeminarOrder>, note: string): KitEdited {
  const order = { ...kit.order, ...change };
  const { talk: _, ...plan } = planOf(order, readTopic(order.topic));
  return { ok: true, kit: { ...kit, order, ...plan }, note };
}

function remake(
  index: CorpusIndex,
  kit: Kit,
  change: Partial<SeminarOrder>,
  note: string,
): KitEdited {
  const made = makeKit(index, { ...kit.order, ...change });
  return { ok: true, kit: made, note: `${note}，题目重新拟定` };
}

function groundsOf(index: CorpusIndex, order: SeminarOrder): { topic: Topic; grounds: Grounds } {
  const topic = readTopic(order.topic);
  return { topic, grounds: findGrounds(index, topic) };
}

/** Unlike all that there are; what was written before for the same list does not come at once again. */
function writeAnother(
  index: CorpusIndex,
  kit: Kit,
  stage: string,
  kind: Kind,
  id: string,
): KitQuestion | null {
  const { topic, grounds } = groundsOf(index, kit.order);
  const texts = kit.questions.map(({ text }) => text);
  const writer = writerFor(kit.order, topic, grounds, texts.join('|'));
  const written = writer.write(kind, ['any', 'policy', 'field'], texts);
  const others = kit.questions.filter((one) => one.id !== id);
  return written === null ? null : questionOf(written, id, stage, kind, grounds, others);
}

/**
 * The same question in other words keeps what goes with it; another question keeps a basis that it
 * quotes, and nothing that was thought of for the old one.
 */
function rewritten(question: KitQuestion, text: string): KitQuestion {
  if (likeness(question.text, text) >= SAME_QUESTION) return { ...question, text, isOwn: true };
  const own = ownQuestion(question.id, question.stage, text);
  return { ...own, basis: question.basis.filter((one) => quotes(text, one.text)) };
}

function quotes(text: string, source: string): boolean {
  const quoted = [...text.matchAll(/“([^”]+)”|「([^」]+)」/gu)];
  return quoted.some(([, one, other]) => source.includes(one ?? other ?? ''));
}

function ownQuestion(id: string, stage: string, text: string): KitQuestion {
  return {
    ...{ id, stage, text, level: OWN_LEVEL, isOwn: true },
    followUps: ['请举一件亲身经历的事说明，当时的经过是怎样的？', '同一件事，别的单位是怎么做的？'],
    expected: '一条讨论结论和支持它的实例',
    basis: [],
  };
}

/** The kind that stands for its level in its stage. */
function kindOf({ order }: Kit, { stage, level }: KitQuestion): Kind {
  const kinds = METHOD_PLANS[order.method].stages.find((one) => one.stage === stage)?.kinds ?? [];
  return kinds.find((kind) => LEVELS[kind] === level) ?? kinds[0] ?? 'fact';
}

function nextId({ questions }: Kit): string {
  const numbers = questions.map(({ id }) => Number(id.slice(1))).filter(Number.isInteger);
  return `q${Math.max(0, ...numbers) + 1}`;
}
