import { citationLine } from '../../../answering/answer-text.ts';
import { chapterAt } from '../../../checkin/chapters.ts';
import type { BankItem, RecallBank } from '../../../checkin/recall/bank.ts';
import { clozeOf, optionsOf } from '../../../checkin/recall/item.ts';
import { nextItem } from '../../../checkin/recall/next-item.ts';
import { afterAnswer } from '../../../checkin/schedule.ts';
import { dayInWords } from '../../../checkin/study-date.ts';
import { dateIn } from '../../../clock.ts';
import { type Button, choices, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, notice, type PersonalOccasion, say } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import { askForConsent } from './ask-for-consent.ts';
import { studyMaterials } from './materials.ts';

const LETTERS = 'ABCD';
const NOTHING_TO_ASK = '目前没有可以做的回忆题。';
const ITEM_GONE = '这道题的原文已经更新或者停用，不再提问。';

/** Asks what is due; else something new from a place, or from anywhere. */
export async function askRecall(
  { material, place }: Omit<DeedOf<'ask-recall'>, 'kind'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  if (on.person.consentedAt === null) return askForConsent('recall', on);
  const bank = await on.recall();
  const cards = await on.learning.cards(on.person.id);
  const near = material === null || place === null ? [] : bank.inPlace(material, place);
  const chosen = nextItem(bank, cards, near, on.now, on.turn);
  if (chosen === null) return noneLeft(bank, cards, on);
  const { options } = optionsOf(chosen, on.turn);
  const buttons = options.map(
    (option, choice): Button => [
      `${LETTERS[choice]}. ${option}`,
      { kind: 'answer-recall', item: chosen.id, asked: on.turn, choice },
    ],
  );
  return {
    placement: 'turn',
    blocks: [
      lead('回忆题：空格处应当填什么？'),
      plain(clozeOf(chosen)),
      remark('不计时，也不计分；答完显示原文。'),
      choices('选项', ...buttons),
    ],
  };
}

function noneLeft(
  bank: RecallBank,
  cards: Awaited<ReturnType<PersonalOccasion['learning']['cards']>>,
  { zone }: PersonalOccasion,
): FeatureReply {
  const next = cards.find(({ item }) => bank.byId(item) !== null)?.due;
  if (next === undefined) return say(NOTHING_TO_ASK);
  const day = dayInWords(dateIn(zone, new Date(next)));
  return say(`题目都做过了，目前没有到期的。下一道在${day}以后复习。`);
}

/** Tells whether it was right, shows the words in their place, and when it comes again. */
export async function answerRecall(
  { item: id, asked, choice }: DeedOf<'answer-recall'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  if (await on.learning.hasAnswered(on.person.id, asked)) return notice('这道题已经答过了。');
  const item = (await on.recall()).byId(id);
  if (item === null) {
    return { ...say(ITEM_GONE), blocks: [lead(ITEM_GONE), choices('接下来', ...again())] };
  }
  const isRight = optionsOf(item, asked).right === choice;
  const before = (await on.learning.cards(on.person.id)).find((one) => one.item === id);
  const { due, state } = afterAnswer(before?.state, isRight, on.now);
  const { material, title, chapter } = await whereaboutsOf(item, on);
  const { person } = on;
  const answer = {
    ...{ id: asked, person: person.id, item: id, material, place: item.place },
    ...{ at: on.now.toISOString(), isRight },
  };
  const card = {
    ...{ person: person.id, item: id, material, chapter },
    ...{ due: due.toISOString(), isRecalled: isRight, state },
  };
  const verdict = isRight ? '答对了' : '再记一记，应当是';
  return {
    placement: 'turn',
    changes: [{ of: 'learning', change: { kind: 'answer-recall', answer, card } }],
    blocks: [
      lead(`${verdict}：${item.answer}。`),
      quoteOf(item, title),
      remark(`${dayInWords(dateIn(on.zone, due))}以后再复习这道题。`),
      choices('接下来', ...again()),
    ],
  };
}

function again(): Button[] {
  return [
    ['再做一道', { kind: 'ask-recall', material: null, place: null }],
    ['我的学习地图', { kind: 'open-map' }],
  ];
}

async function whereaboutsOf(item: BankItem, on: PersonalOccasion) {
  const found = studyMaterials(await on.index()).find(({ id }) => id === item.material);
  const chapter = chapterAt(found?.chapters ?? [], item.place)?.place ?? item.place;
  return { material: item.material, title: found?.title ?? item.material, chapter };
}

function quoteOf(item: BankItem, title: string): DraftBlock {
  const { material, place, start, quote: text } = item;
  return {
    ...{ kind: 'quote', role: 'quote', number: 1, title, place, text },
    line: citationLine({ text, title, place }),
    buttons: [{ label: '查看原文', deed: { kind: 'open-quote', material, place, start, text } }],
  };
}
