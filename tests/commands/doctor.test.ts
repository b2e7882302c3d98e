import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, it, onTestFinished } from 'vitest';
import { createApp } from '../../src/app.ts';
import { doctor } from '../../src/commands/doctor.ts';
import { SHIPPED_CORPUS } from '../support/plan-index.ts';
import { makeFolder } from '../support/small-index.ts';
import { surveyOf } from '../support/survey.ts';
import { testConfig } from '../support/test-config.ts';

it('tells whether the key of open questionnaires is there', { timeout: 60_000 }, async () => {
  const { path, remove } = await makeFolder();
  onTestFinished(remove);
  const file = join(path, 'questionnaire.key');
  /** As a process of its own would find it. */
  const examine = async () => {
    const app = createApp(testConfig(SHIPPED_CORPUS, path));
    const lines: string[] = [];
    const line = (text: string) => void lines.push(text);
    const output = { line, note: line, progress: () => {} };
    const code = await doctor([], { app, output, input: Readable.from([]) } as never);
    await app.close();
    return { code, out: lines.join('\n') };
  };
  const before = await examine();
  expect([before.code, before.out]).toEqual([
    0,
    expect.stringMatching(/正常 {2}问卷：进行中 0 份\n.*第一次发布问卷时自动生成/u),
  ]);

  const app = createApp(testConfig(SHIPPED_CORPUS, path));
  const { questionnaires } = await app.records();
  const survey = surveyOf('s', { owner: null });
  await questionnaires.change([{ kind: 'publish-survey', survey, invited: [] }]);
  await app.close();
  expect((await examine()).out).toMatch(/正常 {2}问卷：进行中 1 份\n.*questionnaire\.key.*另行/u);

  const key = await readFile(file);
  await rm(file);
  const missing = await examine();
  expect([missing.code, missing.out]).toEqual([
    1,
    expect.stringMatching(/异常 {2}问卷：进行中 1 份\n.*1 份缺少密钥文件.*questionnaire\.key/u),
  ]);
  await writeFile(file, new Uint8Array(32));
  expect((await examine()).out).toMatch(/异常 {2}问卷：进行中 1 份\n.*1 份与密钥文件不符/u);
  await writeFile(file, 'short');
  expect((await examine()).out).toMatch(/异常 {2}问卷：.*questionnaire\.key 已经损坏/u);
  await writeFile(file, key);
  expect((await examine()).code).toBe(0);
});
