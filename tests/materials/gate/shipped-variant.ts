import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { inspectCorpus } from '../../../src/corpus/corpus.ts';
import { sha256Of } from '../../../src/corpus/kept-reading.ts';
import type { ManifestEntry } from '../../../src/corpus/manifest.ts';
import { buildIndex } from '../../../src/retrieval/index/build.ts';
import { readCompanions } from '../../../src/retrieval/index/look-at-folder.ts';
import { type CorpusIndex, openIndex } from '../../../src/retrieval/index/open.ts';
import { manifestEntry } from '../../support/corpus-folder.ts';
import { SHIPPED_CORPUS } from '../../support/plan-index.ts';

/** A change of the corpus that ships, as somebody with the right to approve might make it. */
export interface Edit {
  /** Approved as the next version. */
  readonly plan?: (text: string) => string;
  readonly faq?: (yaml: string) => string;
  readonly thesaurus?: (yaml: string) => string;
  readonly manifest?: (yaml: string) => string;
  /** Approved materials beside those that ship, by their ids. */
  readonly added?: Readonly<Record<string, AddedMaterial>>;
}

export interface AddedMaterial {
  readonly title: string;
  readonly text: string;
  /** 政策文件 where it is left out. */
  readonly kind?: string;
}

export interface Variant {
  readonly index: CorpusIndex;
  readonly inForce: ReadonlyMap<string, ManifestEntry>;
  close(): Promise<void>;
}

const PLAN_FILE = 'plan-2023-2027.txt';

export const shippedPlan = (): string => readFileSync(join(SHIPPED_CORPUS, PLAN_FILE), 'utf8');

/** The index of the corpus that ships, with an edit; both in a folder that goes with it. */
export async function shippedVariant(edit: Edit = {}): Promise<Variant> {
  const home = await mkdtemp(join(tmpdir(), 'shipped-variant-'));
  const corpus = join(home, 'corpus');
  cpSync(SHIPPED_CORPUS, corpus, { recursive: true });
  apply(edit, corpus);
  const state = await inspectCorpus(corpus, '2027-06-01');
  const { name } = await buildIndex(home, state, await readCompanions(corpus));
  const index = await openIndex(home, name);
  if (index === null) throw new Error('Expected the index that was built');
  const close = async () => {
    index.store.close();
    await rm(home, { recursive: true, force: true });
  };
  return { index, inForce: new Map(state.admitted.map(({ entry }) => [entry.id, entry])), close };
}

function apply({ plan, faq, thesaurus, manifest, added = {} }: Edit, corpus: string): void {
  const rewrite = (file: string, edited: (text: string) => string = (text) => text) => {
    const path = join(corpus, file);
    const before = readFileSync(path, 'utf8');
    const after = edited(before);
    if (after !== before) writeFileSync(path, after);
    return after;
  };
  const text = rewrite(PLAN_FILE, plan);
  rewrite('faq.yaml', faq);
  rewrite('thesaurus.yaml', thesaurus);
  const listed = parseDocument(rewrite('manifest.yaml', manifest));
  const materials = listed.get('materials') as YAMLSeq<YAMLMap>;
  const ofPlan = materials.items.find((entry) => entry.get('file') === PLAN_FILE);
  ofPlan?.set('sha256', sha256Of(Buffer.from(text)));
  for (const [id, { text: content, ...fields }] of Object.entries(added)) {
    const file = `${id}.txt`;
    writeFileSync(join(corpus, file), content);
    materials.add(listed.createNode(manifestEntry({ id, file, ...fields }, content)) as YAMLMap);
  }
  writeFileSync(join(corpus, 'manifest.yaml'), listed.toString({ lineWidth: 0 }));
}
