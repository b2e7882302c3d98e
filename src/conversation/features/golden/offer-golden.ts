import { NOT_OUTRIGHT } from '../../../answering/answer.ts';
import { answerQuestion } from '../../../answering/answer-question.ts';
import { readQuestion } from '../../../answering/question-input.ts';
import type { GoldenQuestion } from '../../../corpus/golden.ts';
import {
  type Expectation,
  expectationOf,
  markOf,
} from '../../../materials/faq/golden-expectation.ts';
import { wholeOf } from '../../../retrieval/index/visible-in.ts';
import { foldCharacters } from '../../../text/fold.ts';
import { choices, decision, heading, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import { makeId } from '../../ids.ts';
import type { DraftBlock } from '../../reply.ts';
import { actorOf } from '../materials/after-change.ts';
import { audited } from '../people/audited.ts';
import { answerBlocks } from '../talk/answer-blocks.ts';
import { goldenPage, wantedInWords, withGolden } from './golden-page.ts';
import { HIDDEN } from './golden-words.ts';
import { judged } from './judged.ts';

const LONGEST = 200;
const TOO_LONG = `把关题的问题最多 ${LONGEST} 字，没有收。请概括成一句话再发。`;
const THERE = '这个问题已经是把关题。';
const CHANGED = '答复在您查看之后有变化，没有收。请看现在的答复。';
const NOT_DIRECT = '没有直接作答，只列出了相近的规定';
const HOW =
  '收下以后，资料再有改动时，这个问题的首条引文要仍在这个出处，并有这些词句，才算没有变差。收下以后还可以改。';

/** What a question is answered now, and whether that is wanted from now on. */
export async function offerGolden(
  { question: raw, golden }: DeedOf<'offer-golden'>,
  on: PersonalOccasion,
  said: readonly DraftBlock[] = [],
): Promise<FeatureReply> {
  const read = readQuestion(raw);
  if (!read.ok) return say(read.problem);
  const question = read.text;
  if ([...question].length > LONGEST) return say(TOO_LONG);
  const same = golden === null ? await sameQuestion(question, on) : undefined;
  if (same !== undefined) return goldenPage(same, on, [lead(THERE)]);
  const found = await answeredNow(question, on);
  if (found === null) return say(HIDDEN);
  const { answer, expectation } = found;
  const [now] = await judged([{ id: 'new', question, ...expectation }], on);
  const problem = answer.lead.startsWith(NOT_OUTRIGHT) ? NOT_DIRECT : (now?.now.problem ?? null);
  const back = ['返回列表', { kind: 'list-golden', of: 'all', words: '', from: 0 }] as const;
  return {
    placement: 'turn',
    blocks: [
      ...said,
      heading(golden === null ? '新增把关题' : '按现在的答复重定'),
      lead(question),
      heading('现在的答复'),
      ...answerBlocks({ ...answer, related: [] }),
      ...(problem === null
        ? [
            heading('作为以后应有的答复'),
            plain(await wantedInWords(expectation, on)),
            remark(HOW),
            decision(
              '收为把关题',
              ['收下', { kind: 'keep-golden', question, golden, seen: markOf(expectation) }],
              ['换一个问法', { kind: 'ask-golden-words', golden: null, what: 'new' }],
              back,
            ),
          ]
        : [
            remark(
              `现在的答复还不能作为应有的答复：${problem}。请先补充资料、问答，或者换一个问法。`,
            ),
            choices(
              '把关题',
              ['换一个问法', { kind: 'ask-golden-words', golden: null, what: 'new' }],
              back,
            ),
          ]),
    ],
  };
}

/** Keeps what was shown as what is wanted. */
export async function keepGolden(
  { question, golden, seen }: DeedOf<'keep-golden'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const same = golden === null ? await sameQuestion(question, on) : undefined;
  if (same !== undefined) return goldenPage(same, on, [lead(THERE)]);
  const found = await answeredNow(question, on);
  if (found === null) return say(HIDDEN);
  if (markOf(found.expectation) !== seen) {
    return offerGolden({ kind: 'offer-golden', question, golden }, on, [remark(CHANGED)]);
  }
  const kept = (one: GoldenQuestion, deed: string, words: string) =>
    written(one, on, { deed, words });
  if (golden === null) {
    return kept({ id: newId(), question, ...found.expectation }, '新增把关题', '已收为把关题。');
  }
  return withGolden(golden, on, ({ absent }) =>
    kept(
      { id: golden, question, ...found.expectation, absent },
      '修改把关题',
      '已按现在的答复重定。',
    ),
  );
}

/** Writes a golden question, and shows at once how it fares. */
export async function written(
  golden: GoldenQuestion,
  on: PersonalOccasion,
  { deed, words }: { readonly deed: string; readonly words: string },
): Promise<FeatureReply> {
  const outcome = await on.companions.keepGolden(golden, actorOf(on));
  if (outcome.kind === 'refused') {
    const there = (await on.companions.golden()).find(({ id }) => id === golden.id);
    return there === undefined
      ? say(outcome.problem)
      : goldenPage(there, on, [lead(outcome.problem)]);
  }
  const page = await goldenPage(golden, on, [lead(words)]);
  return { ...page, changes: [audited(deed, golden.question, on)] };
}

/** Null where the answer quotes what may not be shown here. */
async function answeredNow(question: string, on: PersonalOccasion) {
  const index = await on.index();
  const answer = answerQuestion(wholeOf(index), question);
  const shown = new Set(index.store.materials().map(({ id }) => id));
  const cited = [...answer.quotes, ...answer.nearest, ...answer.methods];
  if (cited.some(({ material }) => !shown.has(material))) return null;
  const expectation: Expectation = expectationOf(answer);
  return { answer, expectation };
}

async function sameQuestion(question: string, { companions }: PersonalOccasion) {
  const bare = (text: string) => foldCharacters(text).replace(/[\p{P}\s]/gu, '');
  return (await companions.golden()).find((one) => bare(one.question) === bare(question));
}

/** What ids of golden questions may hold; those of people's own begin alike. */
function newId(): string {
  return `own-${makeId().toLowerCase().replaceAll('_', '-')}`;
}
