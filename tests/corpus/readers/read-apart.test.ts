import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { READING_LIMITS } from '../../../src/corpus/readers/document.ts';
import { readApart } from '../../../src/corpus/readers/read-apart.ts';
import { SecrecyMarked } from '../../../src/corpus/readers/secrecy-marked.ts';
import { takeTurns } from '../../../src/corpus/readers/take-turns.ts';
import { UserFacingError } from '../../../src/errors.ts';
import { makeDocx, p } from '../../support/make-docx.ts';

const BUILT = new URL('../../../dist/corpus/readers/read-apart.js', import.meta.url);
const MARKED_HEADER = await makeDocx({ body: p('某计划'), header: p('机 密 ★ 10年') });
const text = (words: string) => new TextEncoder().encode(words);

describe('a file read in a thread of its own', () => {
  it('comes back with all that whoever approves it must know, and without what was looked through', async () => {
    // A buffer of Node's own, whose slices are no copies.
    const bytes = Buffer.from('# 通知\n\n一、要求\n\n<b>藏</b>'.padEnd(20_000));
    const reading = await readApart('通知.md', bytes);
    expect(reading).toMatchObject({ text: '通知\n一、要求\n藏', tables: 0, pages: [], doubts: [] });
    expect(reading.leftOut.map(({ what }) => what)).toEqual(['网页代码']);
    expect(reading).not.toHaveProperty('aside');
    // The caller's own bytes are not taken from it.
    expect(bytes.toString()).toContain('通知');
  });

  it('is refused in the same words as without a thread', async () => {
    const refused = readApart('a.exe', text('MZ\0'));
    await expect(refused).rejects.toBeInstanceOf(UserFacingError);
    await expect(refused).rejects.not.toBeInstanceOf(SecrecyMarked);
    await expect(refused).rejects.toThrow('“a.exe”是程序');
  });

  it.each([
    ['in its text', '通知.txt', text('通知\n机密★10年\n某计划')],
    ['in its name', '某计划（绝密★）.txt', text('通知')],
    ['in its name, whatever it is', '某计划（绝密★）.exe', text('MZ\0')],
    ['in what is left out', '通知.md', text('通知\n\n<!-- 秘密★5年 -->')],
    ['in a header', '通知.docx', MARKED_HEADER],
  ])('is refused as secret without a word of it: marked %s', async (_name, file, bytes) => {
    const error = await readApart(file, bytes).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(SecrecyMarked);
    expect(error).toBeInstanceOf(UserFacingError);
    const all = JSON.stringify(error, Object.getOwnPropertyNames(error));
    expect(all).not.toMatch(/某计划|通知|10年|5年/u);
    expect((error as Error).message).toMatch(/涉密资料不得存入本系统.*保密工作机构。$/u);
  });

  it('is given up where it takes too long or too much memory', async () => {
    const long = text('<p>甲'.repeat(150_000));
    const slow = readApart('a.html', long, { ...READING_LIMITS, timeMs: 1 });
    await expect(slow).rejects.toThrow('1 秒内没有读完');
    await expect(slow).rejects.toBeInstanceOf(UserFacingError);
    const large = readApart('a.html', long, { ...READING_LIMITS, memoryMb: 24 });
    await expect(large).rejects.toThrow('占用的内存超过 24 MB');
    await expect(large).rejects.toBeInstanceOf(UserFacingError);
    expect((await readApart('a.txt', text('通知'))).text).toBe('通知');
  });

  it('is read once the program is built too', () => {
    const script = `
      const { readApart } = await import(${JSON.stringify(BUILT.href)});
      const told = async (name, words) => readApart(name, new TextEncoder().encode(words)).then(({ text }) => text, (error) => error.name);
      console.log(await told('a.html', '<h1>通知</h1>'), await told('a.txt', '机密★'), await told('a.csv', '甲'));`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      cwd: fileURLToPath(new URL('.', BUILT)),
    });
    expect(stderr).toBe('');
    expect(stdout.trim()).toBe('通知 SecrecyMarked UserFacingError');
  });
});

describe('turns', () => {
  it('come one after the other, in order, whatever comes of each', async () => {
    const takeTurn = takeTurns(1, 2);
    const log: string[] = [];
    const job = (name: string) => async () => {
      log.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      log.push(`${name} ends`);
      if (name === 'second') throw new Error('second fails');
      return name;
    };
    const first = takeTurn(job('first'));
    const second = takeTurn(job('second'));
    const third = takeTurn(job('third'));
    expect(takeTurn(job('fourth'))).toBeNull();
    const outcomes = await Promise.allSettled([first, second, third]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(log).toEqual([
      ...[
        'first begins',
        'first ends',
        'second begins',
        'second ends',
        'third begins',
        'third ends',
      ],
    ]);
    await expect(takeTurn(job('fifth'))).resolves.toBe('fifth');
  });
});
