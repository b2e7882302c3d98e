import { cpSync, readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { manifestEntry } from './corpus-folder.ts';
import { SHIPPED_CORPUS } from './plan-index.ts';

const INTERNAL = [
  '内部办法',
  '一、调训',
  '各处室要在3月底前报送内部调训名额，名额分配方案不对外公开。',
].join('\n');

/** A folder with the corpus that ships and a material of 内部 openness; the caller removes it. */
export async function corpusWithInternal(): Promise<string> {
  const corpus = await mkdtemp(join(tmpdir(), 'internal-corpus-'));
  cpSync(SHIPPED_CORPUS, corpus, { recursive: true });
  await writeFile(join(corpus, 'internal.txt'), INTERNAL);
  const fields = { file: 'internal.txt', title: '内部办法', openness: '内部' };
  const [, entry = ''] = stringify([manifestEntry(fields, INTERNAL)], { indent: 2 }).split(
    /^(?=- )/mu,
  );
  const manifest = readFileSync(join(corpus, 'manifest.yaml'), 'utf8').trimEnd();
  const added = (entry || stringify([manifestEntry(fields, INTERNAL)]))
    .trimEnd()
    .replaceAll('\n', '\n  ');
  await writeFile(join(corpus, 'manifest.yaml'), `${manifest}\n  ${added}\n`);
  return corpus;
}
