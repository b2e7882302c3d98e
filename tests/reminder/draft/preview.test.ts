import { beforeEach, describe, expect, it } from 'vitest';
import { openRestDays } from '../../../src/reminder/calendar/open-rest-days.ts';
import { newDraft } from '../../../src/reminder/draft/new-draft.ts';
import { type Preview, type PreviewParts, previewOf } from '../../../src/reminder/draft/preview.ts';
import { previewLines } from '../../../src/reminder/draft/preview-in-words.ts';
import type { Reminder } from '../../../src/reminder/reminder.ts';
import { openRecords, type Records } from '../../../src/storage/records.ts';
import { wishesOf } from '../../support/messages.ts';
import { makeFolder } from '../../support/small-index.ts';

/** A Tuesday at noon in Shanghai. */
const NOW = new Date('2026-09-22T04:00:00.000Z');
const AT = NOW.toISOString();
const ZONE = 'Asia/Shanghai';
const CLASS = { id: 'c', name: '任职班', startsOn: '2026-09-21', endsOn: '2026-10-16' };

let records: Records;
let parts: PreviewParts;

beforeEach(async () => {
  const { path, remove } = await makeFolder();
  records = await openRecords(path);
  const { people, reminders, deliveries } = records;
  parts = {
    ...{ people, reminders, deliveries, hasBot: false, zone: ZONE },
    restDays: await openRestDays(null),
  };
  await people.change([{ kind: 'add-class', class: CLASS, at: AT }]);
  for (const [at, name] of ['王芳', '李强', '张伟', '刘洋', '陈静', '杨磊'].entries()) {
    const id = `p${at}`;
    await people.change([
      { kind: 'add-person', person: { id, name, unit: '某局', role: 'learner' }, at: AT },
      { kind: 'join', person: id, classId: 'c', part: 'learner', at: AT },
    ]);
  }
  return async () => {
    await records.close();
    await remove();
  };
}, 60_000);

function draft(fields: Partial<Reminder>): Reminder {
  const audience = [{ classId: 'c', unit: null, role: null }];
  const given = { id: 'r', kind: 'class' as const, audience, zone: ZONE, text: '请准时上课。' };
  return { ...newDraft(given, { id: null, name: '运维' }, NOW), ...fields };
}

const preview = (fields: Partial<Reminder>): Promise<Preview> =>
  previewOf(draft(fields), parts, NOW);

const instants = ({ first }: Preview) => first.map(({ at }) => at.toISOString());

describe('the dates of a preview', () => {
  it('are those on which messages go: a study reminder leaves 国庆节 out, a notice waits for it to end', async () => {
    const weekly = { kind: 'repeat', cron: '30 9 * * 4', endsOn: null, until: null } as const;
    const study = await preview({ kind: 'study', timing: weekly });
    expect(instants(study)).toEqual([
      '2026-09-24T01:30:00.000Z',
      '2026-10-08T01:30:00.000Z',
      '2026-10-15T01:30:00.000Z',
    ]);
    expect(study.remarks.join('')).toContain('2026年10月1日（星期四）9:30是休息日');
    const single = { kind: 'once', at: '2026-10-01T09:30', until: null } as const;
    const notice = await preview({ timing: single });
    expect(instants(notice)).toEqual(['2026-10-08T01:30:00.000Z']);
    expect(previewLines(draft({ timing: single }), notice).join('\n')).toContain(
      '实际发送：2026年10月8日（星期四）9:30（由 2026年10月1日（星期四）9:30 顺延）',
    );
    const urgent = await preview({ timing: single, isUrgent: true });
    expect(instants(urgent)).toEqual(['2026-10-01T01:30:00.000Z']);
  });

  it('say nothing of the days of rest that 每个工作日 leaves out by itself', async () => {
    const weekdays = { kind: 'repeat', cron: '30 9 * * *', endsOn: null, until: null } as const;
    const found = await preview({ timing: weekdays });
    expect(previewLines(draft({ timing: weekdays }), found)).toContain('时间：每个工作日 9:30');
    expect(found.remarks.join('')).not.toContain('以下各次不发');
    const saturdays = { ...weekdays, cron: '30 9 * * 6,7' };
    expect((await preview({ timing: saturdays })).remarks.join('')).toContain('以下各次不发');
  });

  it('end with the class, for whatever repeats', async () => {
    const daily = { kind: 'repeat', cron: '0 10 * * 5', endsOn: null, until: null } as const;
    const from = new Date('2026-10-12T04:00:00.000Z');
    const found = await previewOf(draft({ timing: daily }), parts, from);
    expect(instants(found)).toEqual(['2026-10-16T02:00:00.000Z']);
    expect(found.remarks.join('')).toContain('“任职班”2026-10-16 结业，此后不再发给这个班');
  });

  it('name a year whose 放假安排 is not at hand', async () => {
    const far = { kind: 'once', at: '2027-10-01T09:30', until: null } as const;
    const found = await preview({ timing: far });
    expect(found.remarks.join('')).toContain('2027年的放假安排尚未收录');
    expect(instants(found)).toEqual(['2027-10-04T01:30:00.000Z']);
  });

  it('count in the zone of the reminder, which is named where it is another', async () => {
    const once = { kind: 'once', at: '2026-09-23T09:30', until: null } as const;
    const there = draft({ timing: once, zone: 'Europe/Berlin' });
    const found = await previewOf(there, parts, NOW);
    expect(instants(found)).toEqual(['2026-09-23T07:30:00.000Z']);
    expect(previewLines(there, found).join('\n')).toMatch(/时间：2026-09-23 9:30（.+）/u);
    expect((await preview({ timing: once })).schedule).toBe('2026-09-23 9:30');
  });
});

describe('the message of a preview', () => {
  it('is what one of them reads, and names nobody where it is a study reminder', async () => {
    const text = '{姓名}同志（{单位}）：请准时上课。';
    const notice = await preview({ text });
    expect(notice.message).toMatch(/^【任职班】\S+同志（某局）：请准时上课。$/u);
    expect(notice.message).toContain(notice.example);
    const study = await preview({ kind: 'study', text });
    expect(study.message).toBe('【学习提醒】（姓名）同志（（单位））：请准时上课。');
    expect(study.example).toBeNull();
  });
});

describe('the people of a preview', () => {
  it('who opted in are counted from five on', async () => {
    const optIn = (...ids: string[]) =>
      records.reminders.change(
        ids.map((id) => ({ kind: 'set-wishes', wishes: wishesOf(id), at: AT }) as const),
      );
    await optIn('p0', 'p1', 'p2', 'p3');
    expect(await preview({ kind: 'study' })).toMatchObject({ people: 6, optedIn: null });
    await optIn('p4');
    expect(await preview({ kind: 'study' })).toMatchObject({ people: 6, optedIn: 5 });
    expect(await preview({})).toMatchObject({ people: 6, optedIn: null });
    await records.reminders.change([
      { kind: 'set-wishes', wishes: wishesOf('p4', { isOn: false }), at: AT },
    ]);
    expect(await preview({ kind: 'study' })).toMatchObject({ optedIn: null });
  });

  it('without a channel are named for a notice alone', async () => {
    const notice = await preview({});
    expect(notice.unreached.count).toBe(6);
    expect(notice.unreached.names).toHaveLength(6);
    expect((await preview({ kind: 'study' })).unreached).toEqual({ count: 6, names: [] });
  });
});

describe('a draft that is whole', () => {
  it.each([
    [{}, []],
    [{ text: '' }, ['text']],
    [{ audience: [] }, ['audience']],
    [{ audience: [{ classId: 'gone', unit: null, role: null }] }, ['audience']],
    [{ text: '{电话}', audience: [] }, ['audience', 'text']],
    [{ timing: { kind: 'once', at: '2026-09-22T11:59', until: null } }, ['timing']],
    [
      {
        kind: 'study',
        timing: { kind: 'repeat', cron: '0 21 * * *', endsOn: null, until: null },
      },
      ['timing'],
    ],
    [{ text: '请于（报到时间）报到。' }, ['text']],
  ] as const)('%j has problems with %j', async (fields, of) => {
    const { problems } = await preview(fields as Partial<Reminder>);
    expect(problems.map((problem) => problem.of)).toEqual(of);
    for (const { words } of problems) expect(words).toMatch(/请|可以/u);
  });
});

describe('a class that has ended', () => {
  it.each([
    ['class', { kind: 'repeat', cron: '30 9 * * 4', endsOn: null, until: null }],
    ['study', { kind: 'once', at: '2026-10-20T09:30', until: null }],
  ] as const)('is named as what keeps a %s reminder back, not its list', async (kind, timing) => {
    const after = new Date('2026-10-19T04:00:00.000Z');
    const { problems } = await previewOf(draft({ kind, timing }), parts, after);
    expect(problems[0]?.words).toContain('已经结业');
    const elsewhere = [{ classId: null, unit: '无人的单位', role: null }];
    const other = await previewOf(draft({ kind, timing, audience: elsewhere }), parts, after);
    expect(other.problems[0]?.words).toContain('一个人也没有');
  });
});
