import { expect, it } from 'vitest';
import { createBell } from '../../../src/delivery/post/bell.ts';
import { serveReminders } from '../../../src/reminder/planning/serve-reminders.ts';
import { makeReminderHouse } from '../../support/reminder-house.ts';

it('goes on with what it can where something cannot be planned, and says so once', async () => {
  const house = await makeReminderHouse();
  const { leases, deliveries } = await house.app.records();
  await house.learner('a', ['web']);
  const never = { kind: 'repeat', cron: '1 12 * * *', endsOn: null, until: null } as const;
  await house.remind({ timing: never, zone: 'Nowhere/At_All' });
  await house.remind({ timing: { kind: 'now' } });
  const told: string[] = [];
  let looks = 0;
  const planning = await house.app.planning();
  const service = serveReminders({
    ...planning,
    deliveries: {
      ...planning.deliveries,
      due: (now, limit) => {
        looks++;
        return planning.deliveries.due(now, limit);
      },
    },
    ...{ leases, holder: 'one', bell: createBell(), tickMs: 5 },
    log: { warn: (_, message) => void told.push(message) },
  });
  await expect.poll(() => looks, { timeout: 10_000 }).toBeGreaterThan(5);
  await service.close();
  await expect(deliveries.unread('a')).resolves.toBe(1);
  expect(told).toEqual(['Reminders cannot be planned now']);
  await house.close();
}, 60_000);
