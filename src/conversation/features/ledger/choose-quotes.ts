import type { PairQuote } from '../../../materials/faq/pairs.ts';
import { findWords, quoteText } from '../../../materials/ledger/find-words.ts';
import { chosenSpans, quotableUnits } from '../../../materials/ledger/quotable-units.ts';
import type { Topic } from '../../../materials/ledger/topic.ts';
import type { CorpusIndex } from '../../../retrieval/index/open.ts';
import type { IndexedPassage } from '../../../retrieval/index/store-schema.ts';
import { titlesOf } from '../../../retrieval/index/titles-of.ts';
import { findPlaceReferences } from '../../../text/references.ts';
import { sliceOf } from '../../../text/span.ts';
import { withoutTitleMarks } from '../../../text/title-marks.ts';
import { type Button, choices, heading, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { shortened } from '../../shortened.ts';
import type { DraftPairAnswer } from '../../state.ts';
import { answerPage, withDraftOf } from './answer-page.ts';
import { isSameQuote, MOST_QUOTES, waitForTopic, withDraftKept } from './draft-answer.ts';
import { searchBlocks } from './search-blocks.ts';

const SEARCH =
  '请直接发来要找的：几个词、位置（如“五（四）”），或者从资料中复制的一段原文。发送“取消”不找。';
const PASSAGE_GONE =
  '这段文字已经不在现行资料中：资料可能已停用、失效或者有了新版本。请重新查找，以现行文本为准。';
const NOTHING_CHOSEN = '还没有选句子。请先点要引用的句子，再点“引用所选”。';
const NOWHERE =
  '这段文字在现行的政策文件里没有一字不差的出处，不能作为引文。请核对是否抄错、是否出自没有收入的文件；下面是意思相近的段落。';
const ACROSS = '这段文字跨了两个部分，引文只能注明一个位置。请分成两段，一段一段发来。';
const TOO_MANY = `一个答复最多引用 ${MOST_QUOTES} 段。请先去掉不直接回答问题的引文。`;
/** From here on it is a text that was pasted, and no words to look for. */
const PASTED = 12;

/** Looks for what a topic asks, or for other words. */
export function searchForTopic(
  { words, from, ...named }: DeedOf<'search-for-topic'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraftOf(named, on, (topic) => foundPage(topic, words, from, on));
}

async function foundPage(
  topic: Topic,
  words: string,
  from: number,
  on: PersonalOccasion,
  said = words === '' ? '与问题相近的段落：' : `与“${shortened(words)}”相近的段落：`,
): Promise<FeatureReply> {
  const looked = { topic: topic.id, words: words === '' ? topic.question : words, from };
  return {
    placement: 'turn',
    state: waitForTopic(topic, 'search', on.state),
    blocks: [
      lead(said),
      ...searchBlocks(await on.index(), looked),
      remark(SEARCH),
      choices('答复', ['返回答复', { kind: 'answer-topic', topic: topic.id }]),
    ],
  };
}

/** The next text, where a quote is looked for: a text of the materials, a place, or words. */
export function takeSearchWords(
  named: { readonly topic: string },
  text: string,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraftOf(named, on, async (topic, draft) => {
    const words = text.trim();
    const isPasted = [...words].length >= PASTED && !isOfPlacesAlone(words);
    if (!isPasted) return foundPage(topic, words, 0, on);
    const index = await on.index();
    const found = findWords(index, words.replace(/^[「“"]|[」”"]$/gu, ''));
    switch (found.kind) {
      case 'nowhere':
        return foundPage(topic, words, 0, on, NOWHERE);
      case 'across':
        return foundPage(topic, words, 0, on, ACROSS);
      case 'found': {
        const [only, ...others] = found.quotes as [PairQuote, ...PairQuote[]];
        return others.length === 0
          ? addQuotes(topic, draft, [only], on)
          : whichPlace(topic, found.quotes, index, on);
      }
      default:
        return found satisfies never;
    }
  });
}

/** 《…规划》第五部分第四条 names a place and nothing else. */
function isOfPlacesAlone(words: string): boolean {
  const rest = findPlaceReferences(words).reduce(
    (left, { start, end }) => left - (end - start),
    [...words.replace(/《[^《》]*》/gu, '')].length,
  );
  return rest < 2;
}

function whichPlace(
  topic: Topic,
  quotes: readonly PairQuote[],
  { store }: CorpusIndex,
  on: PersonalOccasion,
): FeatureReply {
  const titles = titlesOf(store);
  const lines = quotes.map(
    ({ material, place, text }, at) =>
      `${at + 1}. 《${withoutTitleMarks(titles.get(material) ?? '')}》${place}：「${text}」`,
  );
  return {
    placement: 'turn',
    state: waitForTopic(topic, 'search', on.state),
    blocks: [
      lead('这段文字有几处出处，请选一处：'),
      plain(lines.join('\n')),
      choices(
        '出处',
        ...quotes.map(
          (quote, at): Button => [
            shortened(`${at + 1}. ${quote.place}`),
            { kind: 'quote-text', topic: topic.id, quote },
          ],
        ),
        ['返回答复', { kind: 'answer-topic', topic: topic.id }],
      ),
    ],
  };
}

export function quoteFound(
  { quote, ...named }: DeedOf<'quote-text'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraftOf(named, on, (topic, draft) => addQuotes(topic, draft, [quote], on));
}

/** A passage with its sentences, each to be chosen by a button; a tap turns it over. */
export function openQuotable(
  { topic: id, material, anchor, chosen, again }: DeedOf<'open-quotable'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraftOf({ topic: id }, on, async (topic) => {
    const index = await on.index();
    const passage = index.store.passageByAnchor(material, anchor);
    if (passage === null) return foundPage(topic, '', 0, on, PASSAGE_GONE);
    const units = quotableUnits(passage.text);
    const named = { topic: id, material, anchor };
    const title = withoutTitleMarks(titlesOf(index.store).get(material) ?? '');
    const lines = units.map(
      (unit, at) => `${chosen.includes(at) ? '✓ ' : ''}${at + 1}. ${sliceOf(passage.text, unit)}`,
    );
    return {
      placement: again ? 'in-place' : 'turn',
      state: waitForTopic(topic, 'search', on.state),
      blocks: [
        heading(`《${title}》${passage.place}`),
        plain(lines.join('\n')),
        choices(
          '选要引用的句子',
          ...units.map(
            (_, at): Button => [
              chosen.includes(at) ? `不选 ${at + 1}` : `选 ${at + 1}`,
              { kind: 'open-quotable', ...named, chosen: turned(chosen, at), again: true },
            ],
          ),
        ),
        choices(
          '引文',
          ...(chosen.length === 0
            ? []
            : ([
                ['引用所选', { kind: 'quote-chosen', ...named, chosen: [...chosen] }],
              ] as Button[])),
          ...neighbours(passage, index, id),
          ['返回答复', { kind: 'answer-topic', topic: id }],
        ),
      ],
    };
  });
}

function turned(chosen: readonly number[], at: number): number[] {
  return chosen.includes(at) ? chosen.filter((one) => one !== at) : [...chosen, at];
}

function neighbours({ material, ordinal }: IndexedPassage, { store }: CorpusIndex, topic: string) {
  const of = store.materials().find(({ id }) => id === material);
  const to = (label: string, number: number): Button[] => {
    if (of === undefined || number < of.firstPassage || number >= of.endPassage) return [];
    const { anchor } = store.passage(number);
    return [[label, { kind: 'open-quotable', topic, material, anchor, chosen: [], again: false }]];
  };
  return [...to('上一段', ordinal - 1), ...to('下一段', ordinal + 1)];
}

export function quoteChosen(
  { topic: id, material, anchor, chosen }: DeedOf<'quote-chosen'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withDraftOf({ topic: id }, on, async (topic, draft) => {
    const { store } = await on.index();
    const passage = store.passageByAnchor(material, anchor);
    if (passage === null) return foundPage(topic, '', 0, on, PASSAGE_GONE);
    const spans = chosenSpans(quotableUnits(passage.text), chosen);
    if (spans.length === 0) return answerPage(topic, on, { said: NOTHING_CHOSEN });
    const { place } = passage;
    const quotes = spans.map((span) => ({ material, place, text: quoteText(passage.text, span) }));
    return addQuotes(topic, draft, quotes, on);
  });
}

function addQuotes(
  topic: Topic,
  draft: DraftPairAnswer,
  quotes: readonly PairQuote[],
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const added = quotes.filter((quote) => !draft.quotes.some((one) => isSameQuote(one, quote)));
  const all = [...draft.quotes, ...added];
  if (all.length > MOST_QUOTES) return answerPage(topic, on, { said: TOO_MANY });
  const said = added.length === 0 ? '这段引文已经在答复里。' : '已加入引文，一字未改。';
  return answerPage(topic, on, { said, state: withDraftKept(on.state, { ...draft, quotes: all }) });
}
