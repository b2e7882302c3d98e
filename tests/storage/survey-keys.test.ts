import { copyFile, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSealer } from '../../src/questionnaire/sealing.ts';
import type { QuestionnaireChange } from '../../src/questionnaire/store.ts';
import { surveyKeysIn } from '../../src/storage/questionnaire/survey-keys.ts';
import { openRecords, type Records } from '../../src/storage/records.ts';
import { makeFolder } from '../support/small-index.ts';
import { answersOf, CLOSES_AT, personOf, surveyOf, WHILE_OPEN } from '../support/survey.ts';

const PEOPLE = Array.from({ length: 20 }, (_, at) => `p${at}`);
const A_DAY_LATER = '2026-03-11T00:00:00.000Z';

async function folder(): Promise<string> {
  const { path, remove } = await makeFolder();
  onTestFinished(remove);
  return path;
}

async function open(path: string): Promise<Records> {
  const records = await openRecords(path);
  onTestFinished(() => records.close());
  return records;
}

const publish = (records: Records, id = 's') =>
  records.questionnaires.change([
    { kind: 'publish-survey', survey: surveyOf(id, { owner: null }), invited: PEOPLE },
  ]);

async function answer(records: Records, count: number): Promise<void> {
  for (const [number, person] of PEOPLE.slice(0, count).entries()) {
    const one = { survey: 's', respondent: personOf(person), at: WHILE_OPEN };
    await records.questionnaires.change([
      ...Object.entries(answersOf(number)).map(
        ([item, given]): QuestionnaireChange => ({
          ...{ kind: 'keep-answer', ...one, item, answer: given },
        }),
      ),
      { kind: 'submit-answers', ...one },
    ]);
  }
}

/** Records elsewhere, with what a backup holds. */
async function restored(records: Records): Promise<{ path: string; elsewhere: Records }> {
  const backup = join(await folder(), 'backup.gz');
  await records.backUp(backup, new Date(WHILE_OPEN));
  const path = await folder();
  const elsewhere = await open(path);
  await elsewhere.restore(backup, new Date(WHILE_OPEN));
  return { path, elsewhere };
}

describe('a sealer', () => {
  const key = new Uint8Array(32).fill(7);
  const sealer = createSealer(key);

  it('opens what it sealed, for what it was sealed for', () => {
    for (const plain of ['', '答', 'x'.repeat(5000)]) {
      expect(sealer.open(sealer.seal(plain, 'a', 1024), 'a')).toBe(plain);
    }
    const sealed = sealer.seal('答', 'a', 1024);
    expect(sealer.open(sealed, 'b')).toBeNull();
    expect(createSealer(new Uint8Array(32)).open(sealed, 'a')).toBeNull();
    expect(sealer.open(`A${sealed.slice(1)}`, 'a') === '答').toBe(sealed.startsWith('A'));
    expect(sealer.open('', 'a')).toBeNull();
  });

  it('never seals alike, and always to the same length within a block', () => {
    const sealed = ['', 'x', 'x', 'y'.repeat(1000)].map((one) => sealer.seal(one, 'a', 1024));
    expect(new Set(sealed).size).toBe(4);
    expect(new Set(sealed.map(({ length }) => length)).size).toBe(1);
    const longer = sealer.seal('y'.repeat(1021), 'a', 1024);
    expect(longer.length).toBeGreaterThan(sealed[0]?.length ?? 0);
  });

  it('has an id that tells keys apart and is not the key', () => {
    expect(createSealer(new Uint8Array(32)).id).not.toBe(sealer.id);
    expect(sealer.id).toMatch(/^[\da-f]{16}$/u);
    expect(() => createSealer(new Uint8Array(31))).toThrow('31 bytes');
  });
});

describe('the key of what is answered', () => {
  it('is made with the first survey, for its owner alone', async () => {
    const path = await folder();
    const records = await open(path);
    await expect(stat(join(path, 'questionnaire.key'))).rejects.toThrow('ENOENT');
    await publish(records);
    const { mode, size } = await stat(join(path, 'questionnaire.key'));
    expect([mode & 0o777, size]).toEqual([0o600, 32]);
    const key = await readFile(join(path, 'questionnaire.key'));
    await publish(await open(path), 't');
    expect(await readFile(join(path, 'questionnaire.key'))).toEqual(key);
  });

  it('is the same for all who make it at once', async () => {
    const path = await folder();
    const made = await Promise.all(Array.from({ length: 8 }, () => surveyKeysIn(path).made()));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect((await surveyKeysIn(path).held())?.id).toBe(made[0]?.id);
    expect(await readdir(path)).toEqual(['questionnaire.key']);
  });

  it('is not in a backup, nor anything that was submitted last, in the clear', async () => {
    const path = await folder();
    const records = await open(path);
    await publish(records);
    await answer(records, 9);
    const backup = join(path, 'backup.gz');
    await records.backUp(backup, new Date(WHILE_OPEN));
    const text = gunzipSync(await readFile(backup)).toString();
    const key = await readFile(join(path, 'questionnaire.key'));
    for (const encoding of ['hex', 'base64', 'latin1'] as const) {
      expect(text).not.toContain(key.toString(encoding));
    }
    expect(text).not.toContain('号建议');
  });

  it('is asked for where it is missing, and nothing is lost once it is there', async () => {
    const path = await folder();
    const records = await open(path);
    await publish(records);
    await answer(records, 12);
    const { path: other, elsewhere } = await restored(records);
    await expect(answer(elsewhere, 1)).rejects.toThrow('已经提交过');
    const one = { survey: 's', respondent: personOf('p15'), at: WHILE_OPEN };
    const begin = { kind: 'begin-answers', ...one } as const;
    await expect(elsewhere.questionnaires.change([begin])).rejects.toThrow('questionnaire.key');
    await expect(publish(elsewhere, 't')).rejects.toThrow('questionnaire.key');
    const close = { kind: 'close-survey', survey: 's', at: CLOSES_AT } as const;
    await expect(elsewhere.questionnaires.change([close])).rejects.toThrow('questionnaire.key');
    expect(await elsewhere.questionnaires.dueToClose(new Date(CLOSES_AT))).toEqual([]);
    await copyFile(join(path, 'questionnaire.key'), join(other, 'questionnaire.key'));
    await elsewhere.questionnaires.change([begin]);
    expect(await elsewhere.questionnaires.dueToClose(new Date(CLOSES_AT))).toEqual(['s']);
    await elsewhere.questionnaires.change([close]);
    expect(await elsewhere.questionnaires.responses('s')).toHaveLength(12);
    expect(await elsewhere.questionnaires.totals('s')).toMatchObject({ submitted: 12, lost: 0 });
  });

  it('where it is lost for good costs what was submitted last alone, and that is told', async () => {
    const records = await open(await folder());
    await publish(records);
    await answer(records, 18);
    const { elsewhere } = await restored(records);
    expect(await elsewhere.questionnaires.dueToClose(new Date(A_DAY_LATER))).toEqual(['s']);
    await elsewhere.questionnaires.change([{ kind: 'close-survey', survey: 's', at: A_DAY_LATER }]);
    const { submitted, lost } = await elsewhere.questionnaires.totals('s');
    expect(submitted).toBe(18);
    expect(lost).toBe(8);
    expect(await elsewhere.questionnaires.responses('s')).toHaveLength(10);
    await publish(elsewhere, 't');
  });

  it('that was damaged is told, and what was answered waits for the right one', async () => {
    const path = await folder();
    const records = await open(path);
    await publish(records);
    await answer(records, 3);
    const file = join(path, 'questionnaire.key');
    const key = await readFile(file);
    await writeFile(file, 'short');
    const fresh = await open(path);
    const begin = { kind: 'begin-answers', survey: 's', respondent: personOf('p9') } as const;
    await expect(fresh.questionnaires.change([begin])).rejects.toThrow('已经损坏');
    await rm(file);
    await writeFile(file, key);
    await fresh.questionnaires.change([begin]);
  });
});
