import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { LearningEntry } from '../../../src/checkin/entry.ts';
import { entriesCsv } from '../../../src/checkin/export/entries-csv.ts';
import { xapiStatements } from '../../../src/checkin/export/xapi-statements.ts';

const entry = (fields: Partial<LearningEntry> = {}): LearningEntry => ({
  ...{ id: 'a', person: 'p', studiedOn: '2026-11-23', recordedAt: '2026-11-24T04:00:00.000Z' },
  ...{ isMadeUp: true, kind: 'place', material: 'plan', place: '五（二）', chapter: '五' },
  ...{ studied: '五（二）师资队伍建设', reflection: '体会', classId: null, sharedWith: null },
  ...{ revision: 1, withdrawnAt: null },
  ...fields,
});
const TITLES = new Map([['plan', '规划']]);

describe('records as a table', () => {
  it('are read by others as they were written', () => {
    const reflection = '第一行\n"引号", 逗号';
    const csv = entriesCsv([entry({ reflection })], TITLES, 'Asia/Shanghai');
    const [header, row] = parse(csv, { bom: true });
    expect(header).toContain('体会');
    expect(row).toEqual([
      ...['2026-11-23', '2026-11-24 12:00', '是', '资料', '规划', '五（二）'],
      ...['五（二）师资队伍建设', reflection, '否'],
    ]);
    expect(csv.startsWith('\uFEFF')).toBe(true);
  });

  it.each(['=1+1', '+1', '-1', '@x', '\tx'])('never hold the formula %s', (studied) => {
    const csv = entriesCsv([entry({ studied })], TITLES, 'Asia/Shanghai');
    const [, row] = parse(csv, { bom: true });
    expect(row?.[6]).toBe(`'${studied}`);
  });

  it('leave out what was withdrawn', () => {
    const csv = entriesCsv([entry({ withdrawnAt: '2026-11-24T05:00:00.000Z' })], TITLES, 'UTC');
    expect(parse(csv, { bom: true })).toHaveLength(1);
  });
});

describe('records as xAPI statements', () => {
  const HOME = 'https://ganxun.invalid/';
  const make = (entries: LearningEntry[]) =>
    xapiStatements({
      ...{ entries, account: 'opaque', home: HOME },
      answers: [
        {
          id: 'q',
          person: 'p',
          item: 'i',
          material: 'plan',
          place: '五',
          at: '2026-11-24T04:00:00.000Z',
          isRight: true,
        },
      ],
    });

  it('say who by an opaque account, what by a verb, and when', () => {
    const [one, answer] = make([entry()]);
    expect(one).toMatchObject({
      actor: { account: { homePage: HOME, name: 'opaque' } },
      verb: { id: 'http://adlnet.gov/expapi/verbs/experienced' },
      object: { objectType: 'Activity' },
      result: { response: '体会' },
      timestamp: '2026-11-24T04:00:00.000Z',
    });
    expect(answer).toMatchObject({
      verb: { id: 'http://adlnet.gov/expapi/verbs/answered' },
      result: { success: true },
    });
    expect(JSON.stringify([one, answer])).not.toContain('"p"');
  });

  it('have UUIDs that are the same at every export, and never twice', () => {
    const [one, other] = [make([entry()]), make([entry()])];
    expect(one).toEqual(other);
    for (const { id } of one) {
      expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u);
    }
    expect(new Set(one.map(({ id }) => id)).size).toBe(one.length);
  });

  it('are voided by later ones where a record was changed or withdrawn', () => {
    const [first] = make([entry()]);
    const changed = make([entry({ revision: 2 })]);
    expect(changed[0]).toMatchObject({
      verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
      object: { objectType: 'StatementRef', id: first?.id },
    });
    expect(changed[1]?.id).not.toBe(first?.id);
    const withdrawn = make([
      entry({ revision: 2, withdrawnAt: '2026-11-25T00:00:00.000Z', studied: '' }),
    ]);
    expect(withdrawn).toHaveLength(2);
    expect(withdrawn[0]).toMatchObject({ object: { id: first?.id } });
  });
});
