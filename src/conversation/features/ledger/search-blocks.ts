import type { CorpusIndex } from '../../../retrieval/index/open.ts';
import type { IndexedPassage } from '../../../retrieval/index/store-schema.ts';
import { titlesOf } from '../../../retrieval/index/titles-of.ts';
import { findPassages } from '../../../retrieval/search.ts';
import { withoutTitleMarks } from '../../../text/title-marks.ts';
import { type Button, choices, plain } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { DraftBlock } from '../../reply.ts';
import { shortened } from '../../shortened.ts';

const PAGE = 5;
/** More passages than these nobody looks through. */
const MOST = 25;
const LONGEST_SHOWN = 90;

const NOTHING =
  '没有找到相近的段落。请换几个词，或者发来位置，例如“五（四）”；资料里确实没有的，请退回分派，由管理员补充资料或者列为不答复。';

/** Passages of policy texts that words lead to, a page of them, each under a button. */
export function searchBlocks(
  index: CorpusIndex,
  { topic, words, from }: Pick<DeedOf<'search-for-topic'>, 'topic' | 'words' | 'from'>,
): DraftBlock[] {
  const found = findPassages(index, words, MOST, '政策文件');
  const shown = found.slice(from, from + PAGE);
  if (shown.length === 0) return [plain(NOTHING)];
  const titles = titlesOf(index.store);
  const titleOf = ({ material }: IndexedPassage) =>
    `《${withoutTitleMarks(titles.get(material) ?? '')}》`;
  const all = new Set(shown.map(({ passage }) => titleOf(passage)));
  const lines = shown.map(({ passage }, at) => {
    const title = all.size === 1 ? '' : titleOf(passage);
    return `${from + at + 1}. ${title}${passage.place}：${beginningOf(passage.text)}`;
  });
  const buttons = shown.map(
    ({ passage }, at): Button => [
      shortened(`${from + at + 1}. ${passage.place}`),
      {
        ...{ kind: 'open-quotable', topic, chosen: [], again: false },
        ...{ material: passage.material, anchor: passage.anchor },
      },
    ],
  );
  const next = from + PAGE < found.length;
  return [
    plain([...(all.size === 1 ? all : []), ...lines].join('\n')),
    choices(
      '找到的段落',
      ...buttons,
      ...(next
        ? ([['更多段落', { kind: 'search-for-topic', topic, words, from: from + PAGE }]] as const)
        : []),
    ),
  ];
}

function beginningOf(text: string): string {
  const characters = [...text.replace(/\s+/gu, ' ')];
  return characters.length <= LONGEST_SHOWN
    ? characters.join('')
    : `${characters.slice(0, LONGEST_SHOWN).join('')}…`;
}
