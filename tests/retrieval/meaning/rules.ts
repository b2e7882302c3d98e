import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CorpusIndex } from '../../../src/retrieval/index/open.ts';
import { toChineseNumeral } from '../../../src/text/numerals.ts';
import {
  type CorpusFolder,
  type EntryFields,
  makeCorpusFolder,
} from '../../support/corpus-folder.ts';
import { FAQ, indexFolder, makeFolder, THESAURUS } from '../../support/small-index.ts';

const SUBJECTS = ['经费', '师资', '课程', '教材', '学风', '考勤', '档案', '场地', '基地', '网络'];
const DEEDS = ['列入预算', '严格管理', '定期检查', '公开评选', '按年更新', '统一标准'];

/** Articles that all differ, one passage each. */
export function articles(count: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    const [subject, deed] = [SUBJECTS[at % 10], DEEDS[at % 6]];
    return `培训${subject}应当${deed}，每年不少于${at + 1}次。`;
  });
}

/** A text of these articles under its title. */
function rulesOf(title: string, texts: readonly string[]): string {
  const lines = texts.map((text, at) => `第${toChineseNumeral(at + 1)}条　${text}`);
  return [title, ...lines].join('\n');
}

export interface Rules {
  /** The folder of everything that is made by meaning. */
  readonly folder: string;
  /** The folder of the indexes. */
  readonly indexes: string;
  /** Approves these articles instead, builds the index anew and opens it. */
  publish(texts: readonly string[], others?: Readonly<Record<string, Other>>): Promise<CorpusIndex>;
}

/** Another material: its text, and fields of its entry. */
export interface Other {
  readonly text: string;
  readonly fields?: Omit<EntryFields, 'file'>;
}

/** An empty corpus, and an empty folder for what is made of it. */
export async function makeRules(): Promise<Rules> {
  const [corpus, home] = await Promise.all([makeCorpusFolder({}), makeFolder()]);
  onTestFinished(async () => void (await Promise.all([corpus.remove(), home.remove()])));
  const indexes = indexFolder(join(home.path, 'index'));
  return {
    folder: join(home.path, 'meaning'),
    indexes: indexes.path,
    publish: async (texts, others = {}) => {
      await publish(corpus, texts, others);
      await indexes.build(corpus);
      const index = await indexes.open(corpus);
      onTestFinished(() => index.store.close());
      return index;
    },
  };
}

async function publish(
  corpus: CorpusFolder,
  texts: readonly string[],
  others: Readonly<Record<string, Other>>,
): Promise<void> {
  const names = Object.keys(others);
  const of = (name: string) => others[name] as Other;
  await corpus.publish({
    files: {
      ...{ 'faq.yaml': FAQ, 'thesaurus.yaml': THESAURUS },
      'rules.txt': rulesOf('培训管理办法', texts),
      ...Object.fromEntries(names.map((name) => [`${name}.txt`, of(name).text])),
    },
    entries: [
      { file: 'rules.txt', title: '培训管理办法' },
      ...names.map((name) => ({ ...of(name).fields, file: `${name}.txt` })),
    ],
  });
}
