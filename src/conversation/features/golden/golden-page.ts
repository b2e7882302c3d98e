import { answerQuestion } from '../../../answering/answer-question.ts';
import type { GoldenQuestion } from '../../../corpus/golden.ts';
import { choices, heading, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, type SoonReplied, say } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import { answerBlocks } from '../talk/answer-blocks.ts';
import { HIDDEN, OUTCOME_WORDS, placeInWords, STATE_WORDS } from './golden-words.ts';
import { judged } from './judged.ts';

const GONE = '没有找到这道把关题，可能已经删除。发送“把关题”可以查看现有的。';
const NONE = '（没有）';

export function openGolden(
  { golden }: DeedOf<'open-golden'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withGolden(golden, on, (found) => goldenPage(found, on));
}

/** Goes on with a golden question as it is now. */
export async function withGolden(
  id: string,
  on: PersonalOccasion,
  then: (golden: GoldenQuestion) => SoonReplied,
): Promise<FeatureReply> {
  const found = (await on.companions.golden()).find((one) => one.id === id);
  return found === undefined ? say(GONE) : then(found);
}

/** A golden question as a whole: what is wanted, and what is answered now. */
export async function goldenPage(
  golden: GoldenQuestion,
  on: PersonalOccasion,
  said: readonly DraftBlock[] = [],
): Promise<FeatureReply> {
  const [found] = await judged([golden], on);
  if (found === undefined || found.isHidden) {
    return {
      placement: 'turn',
      blocks: [...said, remark(HIDDEN), choices('把关题', ['返回列表', LIST])],
    };
  }
  const { state, problem } = found.now;
  const answer = answerQuestion(await on.index(), golden.question);
  return {
    placement: 'turn',
    blocks: [
      ...said,
      heading('把关题'),
      lead(golden.question),
      plain(await wantedInWords(golden, on)),
      plain(`现在：${STATE_WORDS[state]}${problem === null ? '' : `，${problem}`}。`),
      heading('现在的答复'),
      ...answerBlocks({ ...answer, related: [] }),
      choices('把关题', ...buttonsOf(golden)),
    ],
  };
}

const LIST = { kind: 'list-golden', of: 'all', words: '', from: 0 } as const;

/** What is wanted, a line each. */
export async function wantedInWords(
  {
    outcome,
    places,
    contains,
    absent,
  }: Pick<GoldenQuestion, 'outcome' | 'places' | 'contains' | 'absent'>,
  on: Pick<PersonalOccasion, 'shelf'>,
): Promise<string> {
  const named = await Promise.all(places.map((place) => placeInWords(place, on)));
  const listed = (phrases: readonly string[]) =>
    phrases.length === 0 ? NONE : phrases.map((phrase) => `“${phrase}”`).join('、');
  return [
    `应当：${OUTCOME_WORDS[outcome]}`,
    `首条引文的出处：${named.length === 0 ? NONE : named.join('，或者')}`,
    `引文中要有：${listed(contains)}`,
    `答复中不能有：${listed(absent)}`,
  ].join('\n');
}

function buttonsOf({ id, question }: GoldenQuestion) {
  const golden = id;
  return [
    ['改问题', { kind: 'ask-golden-words', golden, what: 'question' }],
    ['改出处', { kind: 'choose-golden-places', golden }],
    ['改要有的词句', { kind: 'ask-golden-words', golden, what: 'contains' }],
    ['改不能有的词句', { kind: 'ask-golden-words', golden, what: 'absent' }],
    ['按现在的答复重定', { kind: 'offer-golden', question, golden }],
    ['删除', { kind: 'ask-drop-golden', golden }],
    ['返回列表', LIST],
  ] as const;
}
