import type { LeftOut } from '../document.ts';

/** What a kind of words is called, and why it is left out. */
const KINDS = {
  header: ['页眉', '每页重复，不是正文'],
  footer: ['页脚', '每页重复，不是正文'],
  'page-number': ['页码', '每页不同，不是正文'],
  contents: ['目录', '由标题生成，正文中已有'],
  comment: ['批注', '是对文件的意见，不是正文'],
  deleted: ['修订中删去的文字', '已经在修订中删去'],
  hidden: ['隐藏文字', '在文件中设为不显示'],
  placeholder: ['待填写处的提示文字', '尚未填写内容'],
  phonetic: ['注音', '正文中已有所注的字'],
  field: ['由域代码画出的内容', '文件里只存代码，没有存文字'],
  symbol: ['特殊符号', '出自符号字体，没有对应的文字'],
  picture: ['图片', '图片中的文字读不出；如有规定内容，请录入为文字'],
  equation: ['公式对象', '以图形存放，读不出文字'],
  chart: ['图表', '以图形表示，不是正文'],
  diagram: ['示意图', '以图形表示，文字先后不明'],
  'word-art': ['艺术字', '以图形表示，不是正文'],
  embedded: ['嵌入的其他文件', '不是这份文件的正文'],
  properties: ['文件属性', '不是正文'],
} as const;

export type AsideKind = keyof typeof KINDS;

const LONGEST_SAMPLE = 40;

interface Pile {
  count: number;
  readonly words: string[];
}

/** Gathers what stands in a file and not in its text. */
export class SetAside {
  readonly #piles = new Map<AsideKind, Pile>();
  /** Words that no kind counts, such as codes of fields. */
  readonly #uncounted: string[] = [];

  /** One more of a kind; its words may be empty, as those of a picture. */
  add(kind: AsideKind, words = ''): void {
    const pile = this.#piles.get(kind) ?? { count: 0, words: [] };
    this.#piles.set(kind, pile);
    pile.count++;
    if (words.trim() !== '') pile.words.push(words);
  }

  addUncounted(words: string): void {
    if (words.trim() !== '') this.#uncounted.push(words);
  }

  countOf(kind: AsideKind): number {
    return this.#piles.get(kind)?.count ?? 0;
  }

  leftOut(): LeftOut[] {
    return (Object.keys(KINDS) as AsideKind[]).flatMap((kind) => {
      const pile = this.#piles.get(kind);
      if (pile === undefined) return [];
      const [what, why] = KINDS[kind];
      return [{ what, why, count: pile.count, sample: shortened(pile.words[0] ?? '') }];
    });
  }

  words(): string {
    return [...[...this.#piles.values()].flatMap(({ words }) => words), ...this.#uncounted].join(
      '\n',
    );
  }
}

function shortened(words: string): string {
  const line = [...words.replace(/\s+/gu, ' ').trim()];
  return line.length <= LONGEST_SAMPLE
    ? line.join('')
    : `${line.slice(0, LONGEST_SAMPLE).join('')}……`;
}
