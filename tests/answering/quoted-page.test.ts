import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { citationLine } from '../../src/answering/answer-text.ts';
import { quotesOf } from '../../src/answering/quotes.ts';
import { quoteBlock } from '../../src/conversation/features/talk/answer-blocks.ts';
import { inspectCorpus } from '../../src/corpus/corpus.ts';
import { buildIndex } from '../../src/retrieval/index/build.ts';
import { type CorpusIndex, openIndex } from '../../src/retrieval/index/open.ts';
import { sourceOf } from '../../src/seminar/documents/words.ts';
import { type CorpusFolder, makeCorpusFolder } from '../support/corpus-folder.ts';
import { handMadePdf, linesOfPage } from '../support/hand-made-pdf.ts';
import { makeFolder } from '../support/small-index.ts';

/** A line from margin to margin, so that the sentence goes on over the page. */
const FULL = '各级党委和政府要加强对干部教育培训工作的组织领导统筹';
const RULES = handMadePdf([
  linesOfPage(['培训办法', '一、经费', '各级政府要将培训经费列入预算。', FULL]),
  linesOfPage(['协调。各地要保证专款专用。', '二、师资', '每年培训60名骨干教师。']),
]);
const LETTER = handMadePdf([
  linesOfPage(['一封来信', '今年的培训放在春天举行。']),
  linesOfPage(['食宿由承办单位安排。']),
]);

let corpus: CorpusFolder;
let folder: Awaited<ReturnType<typeof makeFolder>>;
let index: CorpusIndex;

beforeAll(async () => {
  corpus = await makeCorpusFolder({
    files: { 'rules.pdf': RULES, 'letter.pdf': LETTER, 'note.txt': '说明\n一、要求\n抓好落实。' },
    entries: [
      { file: 'rules.pdf', title: '培训办法' },
      { file: 'letter.pdf', title: '一封来信' },
      { file: 'note.txt', title: '说明' },
    ],
  });
  folder = await makeFolder();
  const companions = { faq: 'notice: ""\npairs: []', thesaurus: 'groups: []' };
  const report = await buildIndex(
    folder.path,
    await inspectCorpus(corpus.path, '2024-06-01'),
    companions,
  );
  index = (await openIndex(folder.path, report.name)) as CorpusIndex;
});

afterAll(async () => {
  index?.store.close();
  await folder?.remove();
  await corpus?.remove();
});

/** The words of a material, quoted at the place of the passage that holds them. */
function quote(material: string, words: string) {
  const start = (index.store.materialText(material) as string).indexOf(words);
  const span = { start, end: start + words.length };
  const { place } = index.store.passagesCovering(material, span)[0] as { place: string };
  const [found] = quotesOf(index, [{ material, place, ...span }]);
  if (found === undefined) throw new Error(`Cannot quote "${words}"`);
  return found;
}

describe('a quote of a paged document', () => {
  it('tells the page on which it begins, not that of its passage', () => {
    const first = quote('rules', '各级政府要将培训经费列入预算。');
    const second = quote('rules', '各地要保证专款专用。');
    expect(index.store.passagesCovering('rules', first)).toEqual(
      index.store.passagesCovering('rules', second),
    );
    expect([first.page, second.page]).toEqual([1, 2]);
    expect(citationLine(second)).toBe('「各地要保证专款专用。」——《培训办法》一，第2页');
  });

  it('that runs over a page break tells the page before it', () => {
    expect(quote('rules', `${FULL}协调。`).page).toBe(1);
  });

  it('tells it everywhere in the same words', () => {
    const second = quote('rules', '每年培训60名骨干教师。');
    expect(quoteBlock('quote', second, 1).place).toBe('二，第2页');
    expect(quoteBlock('quote', second, 1).buttons[0]?.deed).toMatchObject({ place: '二' });
    expect(sourceOf(second)).toBe('《培训办法》二，第2页');
  });

  it('has its page for a place where the document has no headings', () => {
    const second = quote('letter', '食宿由承办单位安排。');
    expect(second.place).toBe('第2页');
    expect(citationLine(second)).toBe('「食宿由承办单位安排。」——《一封来信》第2页');
  });

  it('of a document without pages is as it was', () => {
    expect(quote('note', '抓好落实。')).not.toHaveProperty('page');
    expect(citationLine(quote('note', '抓好落实。'))).toBe('「抓好落实。」——《说明》一');
  });
});
