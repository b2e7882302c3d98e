import type { CorpusIndex } from '../../../../src/retrieval/index/open.ts';
import { makeCorpusFolder } from '../../../support/corpus-folder.ts';
import { indexFolder, makeFolder } from '../../../support/small-index.ts';
import { NOTICE } from './notice.ts';
import { RULES } from './rules.ts';

export interface RulesIndex {
  readonly index: CorpusIndex;
  close(): Promise<void>;
}

/** An index of the made-up rules and the made-up notice. */
export async function openRules(): Promise<RulesIndex> {
  const corpus = await makeCorpusFolder({
    files: {
      'rules.txt': RULES,
      'notice.txt': NOTICE,
      'faq.yaml': 'notice: ""\npairs: []\n',
      'thesaurus.yaml': 'groups: []\n',
    },
    entries: [
      { file: 'rules.txt', title: '干部在职学习管理办法（试行）' },
      { file: 'notice.txt', title: '关于做好2025年度全市干部教育培训工作的通知' },
    ],
  });
  const folder = await makeFolder();
  const indexes = indexFolder(folder.path);
  await indexes.build(corpus);
  const index = await indexes.open(corpus);
  return {
    index,
    close: async () => {
      index.store.close();
      await Promise.all([corpus.remove(), folder.remove()]);
    },
  };
}
