// Publishes the states of a corpus that it is sent, one after another, and serves an index of them until
// it is killed; tells whenever an index took over. It runs what is built, in plain JavaScript, so that it
// begins at once: many are killed.
import { existsSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inspectCorpus } from '../../../dist/corpus/corpus.js';
import { keepIndex } from '../../../dist/retrieval/index/keep-index.js';

const [corpus = '', indexes = '', today = ''] = process.argv.slice(2);

async function publish({ files, manifest }) {
  for (const [name, text] of Object.entries(files)) {
    if (!existsSync(join(corpus, name))) await place(name, text);
  }
  await place('manifest.yaml', manifest);
}

async function place(name, content) {
  const draft = join(corpus, `.${name}`);
  await writeFile(draft, content);
  await rename(draft, join(corpus, name));
}

process.once('message', async ([first, ...states]) => {
  await publish(first);
  const kept = keepIndex({
    ...{ folder: indexes, corpusFolder: () => corpus, today: () => today },
    corpus: () => inspectCorpus(corpus, today),
    ...{ prepare: async () => {}, now: () => new Date(0), onTrouble: () => {} },
  });
  await kept.serving();
  process.send?.('serving');
  for (const [step, state] of states.entries()) {
    await publish(state);
    await kept.serving();
    // Now and then a state is changed again before its index is there.
    if (step % 3 !== 0) await kept.fresh();
    process.send?.('swapped');
  }
});
