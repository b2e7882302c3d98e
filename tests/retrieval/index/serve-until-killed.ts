/**
 * Publishes new versions, retires texts and serves an index of them until it is killed:
 * `tsx serve-until-killed.ts CORPUS INDEXES FIRST`. A line is printed whenever an index took over.
 */
import { writeSync } from 'node:fs';
import { readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { manifestEntry } from '../../support/corpus-folder.ts';
import { keptIndex } from '../../support/kept-index.ts';
import { textOf, versionsOf } from './changing-corpus.ts';

const [, , corpus = '', indexes = '', first = '0'] = process.argv;

async function publish(step: number): Promise<void> {
  const entries = await Promise.all(
    versionsOf(step).map(async (fields) => {
      const text = textOf(fields);
      const files = await readdir(corpus);
      if (!files.includes(fields.file)) await place(fields.file, text);
      return manifestEntry(fields, text);
    }),
  );
  await place('manifest.yaml', stringify({ materials: entries }));
}

async function place(name: string, content: string): Promise<void> {
  const draft = join(corpus, `.${name}`);
  await writeFile(draft, content);
  await rename(draft, join(corpus, name));
}

await publish(Number(first));
const kept = keptIndex(corpus, indexes);
await kept.serving();
writeSync(1, 'serving\n');
for (let step = Number(first) + 1; ; step++) {
  await publish(step);
  await kept.serving();
  // Now and then a state is changed again before its index is there.
  if (step % 3 !== 0) await kept.fresh();
  writeSync(1, `${step}\n`);
}
