import { describe, expect, it } from 'vitest';
import { admit } from '../../src/corpus/approval.ts';
import { AWAITING_CONFIRMATION, type ManifestEntry } from '../../src/corpus/manifest.ts';
import { manifestEntry } from '../support/corpus-folder.ts';

const APPROVED: ManifestEntry = {
  ...(manifestEntry({ file: 'notice.txt' }) as ManifestEntry),
  approved_at: '2024-03-01',
  effective_from: '2024-04-01',
  effective_to: '2024-12-31',
};

const outcomeOf = (changes: Partial<ManifestEntry>, today: string, sha256 = APPROVED.sha256) =>
  admit({ ...APPROVED, ...changes }, sha256, today);

describe('a material is admitted', () => {
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
    expect(outcomeOf(changes, today)).toEqual({ admitted: true });
  });
});

describe('a material is refused with the reason', () => {
  it.each([
    ['状态为“草稿”，未经批准', { status: 'draft' }, '2024-06-01'],
    ['状态为“待审核”，未经批准', { status: 'submitted' }, '2024-06-01'],
    ['状态为“已停用”，未经批准', { status: 'retired' }, '2024-06-01'],
    ['没有批准日期，请填写 approved_at', { approved_at: null }, '2024-06-01'],
    ['批准日期 2024-07-01 晚于今天', { approved_at: '2024-07-01' }, '2024-06-01'],
    ['自 2024-04-01 起生效，尚未到期', {}, '2024-03-31'],
    ['已于 2024-12-31 失效', {}, '2025-01-01'],
  ] as const)('%s', (reason, changes, today) => {
    expect(outcomeOf(changes, today)).toEqual({ admitted: false, reason });
  });

  it('文件内容与批准时不一致, whatever else is right', () => {
    const outcome = outcomeOf({}, '2024-06-01', 'f'.repeat(64));
    expect(outcome).toEqual({
      admitted: false,
      reason: '文件内容与批准时不一致（sha256 不符），请恢复原文件，或重新批准后更新 sha256',
    });
  });
});
