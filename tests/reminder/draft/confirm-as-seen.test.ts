import { beforeEach, describe, expect, it } from 'vitest';
import { confirmAsSeen } from '../../../src/reminder/draft/confirm-as-seen.ts';
import { fingerprintOf } from '../../../src/reminder/draft/fingerprint.ts';
import { openRecords, type Records } from '../../../src/storage/records.ts';
import { reminderOf } from '../../support/messages.ts';
import { makeFolder } from '../../support/small-index.ts';

const NOW = new Date('2026-09-22T04:00:00.000Z');

let records: Records;

beforeEach(async () => {
  const { path, remove } = await makeFolder();
  records = await openRecords(path);
  await records.reminders.change([{ kind: 'add-reminder', reminder: reminderOf('r') }]);
  return async () => {
    await records.close();
    await remove();
  };
});

describe('a draft that is confirmed while someone else is at it', () => {
  it('goes out as it was seen', async () => {
    const { reminders } = records;
    const seen = reminderOf('r');
    const other = { isUrgent: true, timing: { kind: 'now' as const } };
    await reminders.change([{ kind: 'change-draft', id: 'r', fields: other }]);
    await reminders.change(confirmAsSeen(seen, '王芳', NOW));
    const { isUrgent, timing, audience } = seen;
    expect(await reminders.reminder('r')).toMatchObject({
      ...{ state: 'active', confirmedByName: '王芳', isUrgent, timing, audience },
    });
  });

  it('with other words is not confirmed, and stays as the other left it', async () => {
    const { reminders } = records;
    const fields = { text: '改', isUrgent: true };
    await reminders.change([{ kind: 'change-draft', id: 'r', fields }]);
    await expect(reminders.change(confirmAsSeen(reminderOf('r'), '王芳', NOW))).rejects.toThrow(
      '重新预览',
    );
    expect(await reminders.reminder('r')).toMatchObject({ state: 'draft', ...fields });
  });

  it('is confirmed by one alone, whose name the other is told', async () => {
    const { reminders } = records;
    const both = await Promise.allSettled(
      ['王芳', '李强'].map((name) => reminders.change(confirmAsSeen(reminderOf('r'), name, NOW))),
    );
    const refused = both.filter((one) => one.status === 'rejected');
    const { confirmedByName } = (await reminders.reminder('r')) ?? {};
    expect(refused).toHaveLength(1);
    expect(String(refused[0]?.reason)).toContain(`已由${confirmedByName}确认`);
  });
});

describe('the fingerprint of a draft', () => {
  it('is another for anything that is seen, and the same for what is not', () => {
    const seen = fingerprintOf(reminderOf('r'));
    const at = '2026-09-30T00:00:00.000Z';
    expect(fingerprintOf(reminderOf('r', { createdAt: at, authorName: '别人' }))).toBe(seen);
    const others = [
      reminderOf('r', { text: '改' }),
      reminderOf('r', { kind: 'study' }),
      reminderOf('r', { isUrgent: true }),
      reminderOf('r', { zone: 'Asia/Urumqi' }),
      reminderOf('r', { audience: [] }),
      reminderOf('r', { audience: [{ classId: 'c', unit: '某局', role: null }] }),
      reminderOf('r', { timing: { kind: 'now' } }),
      reminderOf('r', { timing: { kind: 'once', at: '2026-10-09T09:00', until: null } }),
      reminderOf('r', {
        timing: { kind: 'repeat', cron: '30 9 * * 3', endsOn: '2026-12-31', until: null },
      }),
    ].map(fingerprintOf);
    expect(new Set([seen, ...others]).size).toBe(others.length + 1);
  });
});
