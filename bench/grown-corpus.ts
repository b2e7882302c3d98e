import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';

export const CORPUS = fileURLToPath(new URL('../corpus', import.meta.url));
const PLAN = 'plan-2023-2027.txt';

/**
 * A corpus of the plan and `copies` − 1 renumbered copies of it, with its FAQ and thesaurus.
 *
 * @param times that a copy holds the plan, one after the other
 */
export function writeGrownCorpus(folder: string, copies: number, times = 1): void {
  mkdirSync(folder, { recursive: true });
  for (const name of ['faq.yaml', 'thesaurus.yaml'])
    copyFileSync(join(CORPUS, name), join(folder, name));
  const plan = readFileSync(join(CORPUS, PLAN), 'utf8');
  const materials = Array.from({ length: copies }, (_, copy) => {
    const text = copy === 0 ? plan : `${`${plan}\n`.repeat(times)}副本${copy}。`;
    const file = copy === 0 ? PLAN : `copy-${copy}.txt`;
    writeFileSync(join(folder, file), text);
    return {
      id: copy === 0 ? 'plan-2023-2027' : `copy-${copy}`,
      title: copy === 0 ? '全国干部教育培训规划（2023—2027年）' : `副本${copy}`,
      issuer: '基准测试',
      edition: '1',
      kind: '政策文件',
      file,
      status: 'approved',
      approver: '基准测试',
      approved_at: '2026-01-01',
      effective_from: '2026-01-01',
      effective_to: null,
      sha256: createHash('sha256').update(text).digest('hex'),
    };
  });
  writeFileSync(join(folder, 'manifest.yaml'), stringify({ materials }));
}
