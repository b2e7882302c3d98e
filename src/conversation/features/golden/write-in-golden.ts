import type { GoldenQuestion } from '../../../corpus/golden.ts';
import { cleanWords } from '../../../text/clean-words.ts';
import { type Button, choices, lead, plain } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import { shortened } from '../../shortened.ts';
import { withGolden } from './golden-page.ts';
import { HIDDEN } from './golden-words.ts';
import { judged } from './judged.ts';
import { listGolden } from './list-golden.ts';
import { offerGolden, written } from './offer-golden.ts';

const NOTHING_ASKED = '现在没有等待填写的内容。发送“把关题”可以打开把关题。';
const NO_WORDS = '没有收到文字，没有改动。请用文字发送，或者发送“取消”。';
const LONGEST_SEARCH = 50;

const ASKS: Readonly<Record<DeedOf<'ask-golden-words'>['what'], string>> = {
  new: '请把问题发给我，一句话。我先给出现在的答复，您看过再决定收不收。',
  find: '请发来要找的词，例如“学时”或者“五（二）”。',
  question: '请把改好的问题发给我，其他要求不变。',
  contains: '引文中要有哪些词句？请逐字照引文写，一行一条，发来的加在已有的后面。',
  absent: '答复和引文中不能有哪些词句？一行一条，发来的加在已有的后面。',
};

/** Asks for words by text. */
export async function askGoldenWords(
  { golden, what }: DeedOf<'ask-golden-words'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const state = {
    ...{ ...on.state, expecting: 'words-for-golden' as const },
    goldenWords: { golden, what },
  };
  const asked = lead(ASKS[what]);
  if (golden === null) {
    const back: Button = ['不写了', { kind: 'list-golden', of: 'all', words: '', from: 0 }];
    return { placement: 'turn', state, blocks: [asked, choices('把关题', back)] };
  }
  return withGolden(golden, on, async (found) => {
    if (await isHidden(found, on)) return say(HIDDEN);
    return {
      placement: 'turn',
      state,
      blocks: [
        asked,
        plain(found.question),
        choices('把关题', ...dropButtons(found, what), ['不改', { kind: 'open-golden', golden }]),
      ],
    };
  });
}

function dropButtons(found: GoldenQuestion, of: DeedOf<'ask-golden-words'>['what']): Button[] {
  if (of !== 'contains' && of !== 'absent') return [];
  return found[of].map((phrase) => [
    `去掉：${shortened(phrase)}`,
    { kind: 'drop-golden-phrase', golden: found.id, of, phrase },
  ]);
}

/** The next text, where words for golden questions were asked for. */
export async function takeWordsOfGolden(raw: string, on: PersonalOccasion): Promise<FeatureReply> {
  const asked = on.pending.goldenWords;
  if (asked === null) return say(NOTHING_ASKED);
  const { golden, what } = asked;
  const text = cleanWords(raw);
  if (!/[\p{L}\p{N}]/u.test(text)) return say(NO_WORDS);
  if (what === 'find') {
    const words = text.replace(/\s+/gu, ' ').slice(0, LONGEST_SEARCH);
    return listGolden({ kind: 'list-golden', of: 'all', words, from: 0 }, on);
  }
  if (golden === null) {
    return offerGolden({ kind: 'offer-golden', question: text, golden: null }, on);
  }
  return withGolden(golden, on, async (found) => {
    if (await isHidden(found, on)) return say(HIDDEN);
    return written(withWords(found, what, text), on, CHANGED);
  });
}

export const CHANGED = { deed: '修改把关题', words: '已修改。' };

function withWords(found: GoldenQuestion, what: string, text: string): GoldenQuestion {
  if (what !== 'contains' && what !== 'absent') {
    return { ...found, question: text.replace(/\s+/gu, ' ') };
  }
  const phrases = text.split(/[\n；;]+/u).map((phrase) => phrase.trim());
  return { ...found, [what]: [...found[what], ...phrases.filter(Boolean)] };
}

export function dropGoldenPhrase(
  { golden, of, phrase }: DeedOf<'drop-golden-phrase'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withGolden(golden, on, (found) =>
    written({ ...found, [of]: found[of].filter((one) => one !== phrase) }, on, CHANGED),
  );
}

/** What rests on words that may not be shown here is not changed here. */
export async function isHidden(found: GoldenQuestion, on: PersonalOccasion): Promise<boolean> {
  return (await judged([found], on))[0]?.isHidden === true;
}
