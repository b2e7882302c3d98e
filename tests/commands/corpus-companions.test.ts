import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { type App, createApp } from '../../src/app.ts';
import { corpus } from '../../src/commands/corpus.ts';
import { type CorpusFolder, makeCorpusFolder } from '../support/corpus-folder.ts';
import { FAQ, makeFolder, NOTICE } from '../support/small-index.ts';
import { testConfig } from '../support/test-config.ts';

const golden = (id: string, question: string, place: string, contains: string) => ({
  ...{ id, question, outcome: 'answered', contains: [contains] },
  places: [{ material: 'notice', place }],
});
const GOLDEN = stringify({
  notice: '',
  questions: [
    golden('teachers', '每年培训多少骨干教师？', '二', '60名骨干教师'),
    golden('budget', '经费列入哪里？', '二', '列入预算'),
  ],
});

let app: App;
let folder: CorpusFolder;

beforeAll(async () => {
  const data = await makeFolder();
  folder = await makeCorpusFolder({
    files: { 'notice.txt': NOTICE, 'faq.yaml': FAQ, 'golden.yaml': GOLDEN },
    entries: [{ file: 'notice.txt', title: '培训通知' }],
  });
  app = createApp(testConfig(folder.path, data.path));
  return async () => {
    await app.close();
    await folder.remove();
    await data.remove();
  };
});

async function run(...args: readonly string[]) {
  const lines: string[] = [];
  const output = {
    line: (text: string) => void lines.push(text),
    note: () => {},
    progress: () => {},
  };
  const code = await corpus(args, { app, output, input: Readable.from([]) } as never);
  return { code, out: lines.join('\n') };
}

describe('what stands beside the manifest, on the command line', () => {
  it('are pairs, each with who answers for it', async () => {
    const quote = { material: 'notice', place: '二', text: '每年培训60名骨干教师' };
    await app.companions.keepPair({
      ...{ id: 'ledger-1', questions: ['骨干教师一年培训几名'], kind: 'figure', quotes: [quote] },
      ...{ answer: '每年培训60名骨干教师。', answeredBy: '张三', approvedBy: '李四' },
      approvedAt: '2026-11-26',
    });
    const { code, out } = await run('faq');
    expect(code).toBe(0);
    expect(out).toContain('budget  经费列入哪里？  没有答复人和批准人的记录\n');
    expect(out).toContain('骨干教师一年培训几名  答复：张三，批准：李四 2026-11-26\n');
    expect(out).toMatch(/问答 4 对，今天没有依据的 0 对。$/u);
    const [, , , last] = JSON.parse((await run('faq', '--json')).out);
    expect(last).toMatchObject({ id: 'ledger-1', answeredBy: '张三', problem: null });
  });

  it('are golden questions, each with whether it holds', async () => {
    const { code, out } = await run('golden');
    expect(code).toBe(1);
    expect(out).toContain('teachers  符合  每年培训多少骨干教师？\n');
    expect(out).toContain('budget  不符合  经费列入哪里？  首条引文应在二，现在是一（一）\n');
    expect(out).toMatch(/把关题 2 道，符合的 1 道。$/u);
    expect(JSON.parse((await run('golden', '--json')).out)[1]).toMatchObject({
      ...{ id: 'budget', state: 'fails', contains: ['列入预算'] },
    });
  });

  it('say what has no basis any more, and why', async () => {
    const changed = NOTICE.replace('60名', '80名');
    await folder.publish({
      files: { 'notice.txt': changed },
      entries: [{ file: 'notice.txt', title: '培训通知' }],
    });
    const faq = await run('faq');
    expect(faq.code).toBe(1);
    expect(faq.out).toContain('没有依据：《培训通知》的现行文本中没有这段引文');
    expect(faq.out).toMatch(/今天没有依据的 2 对。$/u);
    await folder.publish({
      files: { 'notice.txt': changed },
      entries: [{ file: 'notice.txt', title: '培训通知', status: 'retired' }],
    });
    expect((await run('faq')).out).toContain('没有依据：《培训通知》已停用（状态为“已停用”');
    expect((await run('golden')).out).toContain('依据已不再有效  每年培训多少骨干教师？');
    // Nothing but what was asked for was written.
    expect(await readFile(join(folder.path, 'golden.yaml'), 'utf8')).toBe(GOLDEN);
  });
});
