/**
 * `node build-until-killed.ts FOLDER INDEXES NAME`: builds the meaning of an index; each batch is
 * told to the parent and embedded when the parent says so.
 */
import { once } from 'node:events';
import { openIndex } from '../../../src/retrieval/index/open.ts';
import { buildMeaning } from '../../../src/retrieval/meaning/build.ts';
import { makeEmbedding } from './fake-embedding.ts';
import { PLAIN } from './plain.ts';

const [folder = '', indexes = '', name = ''] = process.argv.slice(2);
const index = await openIndex(indexes, name);
if (index === null) throw new Error(`Cannot open index "${name}" in "${indexes}": there is none`);
const embedding = makeEmbedding({
  before: async (_calls, texts) => {
    process.send?.(texts);
    await once(process, 'message');
  },
});
await buildMeaning(folder, index, embedding, PLAIN);
index.store.close();
process.disconnect?.();
