import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import {
  AWAITING_CONFIRMATION,
  type ManifestEntry,
  parseManifest,
} from '../../src/corpus/manifest.ts';
import { standAlone, standingsOf } from '../../src/corpus/standing.ts';
import { markStep } from '../../src/corpus/steps.ts';
import { manifestEntry } from '../support/corpus-folder.ts';

const APPROVED: ManifestEntry = {
  ...(manifestEntry({ file: 'notice.txt' }) as ManifestEntry),
  ...{ version: 1, classes: [], steps: [], openness: '公开' },
  approved_at: '2024-03-01',
  effective_from: '2024-04-01',
  effective_to: '2024-12-31',
};

const standingOf = (
  changes: Partial<ManifestEntry>,
  today: string,
  sha256: string | null = APPROVED.sha256,
) => standAlone({ ...APPROVED, ...changes }, { sha256, textSha256: null }, today);

describe('a material is in force', () => {
  it.each([
    ['on its first day in force', {}, '2024-04-01'],
    ['on its last day in force', {}, '2024-12-31'],
    ['long afterwards, where it is open-ended', { effective_to: null }, '2099-01-01'],
    [
      'while it ships and awaits confirmation',
      { approver: AWAITING_CONFIRMATION, approved_at: null, effective_from: null },
      '2024-06-01',
    ],
    ['on the day of its approval', { approved_at: '2024-04-01' }, '2024-04-01'],
  ])('%s', (_name, changes, today) => {
    expect(standingOf(changes, today)).toEqual({ standing: 'in-force', reason: null });
  });
});

describe('a material is not in force, with the reason', () => {
  it.each([
    ['draft', '状态为“草稿”，未经批准', { status: 'draft' }, '2024-06-01'],
    ['submitted', '状态为“待审核”，未经批准', { status: 'submitted' }, '2024-06-01'],
    ['retired', '状态为“已停用”，不再引用', { status: 'retired' }, '2024-06-01'],
    ['unusable', '没有批准日期，请填写 approved_at', { approved_at: null }, '2024-06-01'],
    ['scheduled', '批准日期 2024-07-01 晚于今天', { approved_at: '2024-07-01' }, '2024-06-01'],
    ['scheduled', '自 2024-04-01 起生效，尚未到期', {}, '2024-03-31'],
    ['expired', '已于 2024-12-31 失效', {}, '2025-01-01'],
  ] as const)('%s: %s', (standing, reason, changes, today) => {
    expect(standingOf(changes, today)).toEqual({ standing, reason });
  });

  it('文件内容与批准时不一致, whatever else is right', () => {
    expect(standingOf({}, '2024-06-01', 'f'.repeat(64))).toEqual({
      standing: 'unusable',
      reason: '文件内容与批准时不一致（sha256 不符），请恢复原文件，或重新批准后更新 sha256',
    });
  });

  it('找不到文件', () => {
    expect(standingOf({}, '2024-06-01', null)).toMatchObject({
      standing: 'unusable',
      reason: expect.stringContaining('找不到文件 notice.txt'),
    });
  });

  it('读出的文字 that were shown to whoever approved it are altered', () => {
    const kept = { text_sha256: 'a'.repeat(64) };
    expect(standingOf(kept, '2024-06-01')).toMatchObject({
      standing: 'unusable',
      reason: expect.stringContaining('notice.txt.text.json'),
    });
  });
});

function steps(...turns: readonly (readonly [string, string?])[]): ManifestEntry['steps'] {
  const all: ManifestEntry['steps'] = [];
  for (const [did, at = '2024-05-01T08:00:00.000Z'] of turns) {
    const step = { did: did as ManifestEntry['steps'][number]['did'], by: '张三', person: null };
    all.push(markStep(all, { ...step, at, sha256: APPROVED.sha256, reason: '' }));
  }
  return all;
}

describe('the steps of a material', () => {
  const approved = steps(['add'], ['submit'], ['approve']);

  it('lead to where it stands', () => {
    expect(standingOf({ steps: approved }, '2024-06-01').standing).toBe('in-force');
  });

  it.each([
    [
      'one of them was altered',
      approved.map((step, at) => (at === 1 ? { ...step, by: '李四' } : step)),
    ],
    ['one of them was taken out', approved.filter((_, at) => at !== 1)],
    ['they do not hold the approval', approved.slice(0, 2)],
    [
      'another file was approved',
      [...steps(['add'], ['submit'])].concat(
        markStep(steps(['add'], ['submit']), {
          ...{ did: 'approve', by: '李四', person: null, at: '2024-05-01T08:00:00.000Z' },
          ...{ sha256: 'b'.repeat(64), reason: '' },
        }),
      ),
    ],
  ])('make it unusable where %s', (_name, altered) => {
    expect(standingOf({ steps: altered }, '2024-06-01')).toMatchObject({
      standing: 'unusable',
      reason: expect.stringContaining('请恢复 manifest.yaml'),
    });
  });
});

describe('of the versions of a material', () => {
  const version = (
    number: number,
    changes: Partial<ManifestEntry> = {},
    sha256?: string | null,
  ) => ({
    entry: { ...APPROVED, effective_to: null, version: number, ...changes },
    file: { sha256: sha256 === undefined ? APPROVED.sha256 : sha256, textSha256: null },
  });
  const standings = (...all: readonly ReturnType<typeof version>[]) =>
    standingsOf(all, '2024-06-01').map(({ standing }) => standing);
  const FUTURE = '2024-07-01';

  it('the highest that has begun is in force', () => {
    expect(standings(version(1), version(2), version(3, { effective_from: FUTURE }))).toEqual([
      ...['superseded', 'in-force', 'scheduled'],
    ]);
  });

  it('none is in force beside a faulty entry whose version cannot be read', () => {
    const { broken } = parseManifest(
      stringify({ materials: [{ ...manifestEntry({ file: 'notice.txt' }), version: '2' }] }),
    );
    const [found] = standingsOf([version(1)], '2024-06-01', broken);
    expect(found?.standing).toBe('superseded');
    expect(found?.reason).toContain('版本号有误');
  });

  it.each(['draft', 'submitted'] as const)('a later one that is a %s changes nothing', (status) => {
    expect(standings(version(1), version(2, { status }))).toEqual(['in-force', status]);
  });

  it.each([
    ['is retired', version(2, { status: 'retired' }), 'retired'],
    ['is over', version(2, { effective_to: '2024-05-31' }), 'expired'],
    ['was altered', version(2, {}, 'f'.repeat(64)), 'unusable'],
    ['is gone', version(2, {}, null), 'unusable'],
  ])('no older one comes back when the last one %s', (_name, last, standing) => {
    expect(standings(version(1), last)).toEqual(['superseded', standing]);
  });

  it('the older one stays in force where a later one was retired before its day', () => {
    const withdrawn = { status: 'retired', effective_from: '2024-05-20' } as const;
    const before = steps(['approve', '2024-05-01T00:00:00Z'], ['retire', '2024-05-19T15:59:59Z']);
    const after = steps(['approve', '2024-05-01T00:00:00Z'], ['retire', '2024-05-19T16:00:01Z']);
    expect(standings(version(1), version(2, { ...withdrawn, steps: before }))).toEqual([
      ...['in-force', 'retired'],
    ]);
    expect(standings(version(1), version(2, { ...withdrawn, steps: after }))).toEqual([
      ...['superseded', 'retired'],
    ]);
  });
});
