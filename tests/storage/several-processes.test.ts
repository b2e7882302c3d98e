import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { beforeAll, describe, expect, it } from 'vitest';
import { openRecords } from '../../src/storage/records.ts';
import { makeFolder } from '../support/small-index.ts';
import type { Got } from './compete.ts';

const COMPETITOR = new URL('compete.ts', import.meta.url).pathname;
const PROCESSES = 4;
const PLACES = 2;

/** What each of several processes got that reached for the same things at the same time. */
let got: Got[];

beforeAll(async () => {
  const { path, remove } = await makeFolder();
  const records = await openRecords(path);
  const invitation = {
    ...{ id: 'a', codeHash: 'hash', note: '', places: PLACES, role: 'learner' as const },
    ...{ classId: null, person: null },
    createdAt: '2026-01-01T00:00:00.000Z',
    expiresAt: '2026-01-08T00:00:00.000Z',
  };
  await records.people.change([{ kind: 'invite', invitation }]);
  await records.close();
  const children = Array.from({ length: PROCESSES }, (_, name) => start(path, `${name}`));
  await Promise.all(children.map(hear));
  const answers = children.map(hear);
  for (const child of children) child.send('go');
  got = (await Promise.all(answers)) as Got[];
  return remove;
}, 30_000);

describe('several processes at the same time', () => {
  it('find one among them that has the lease', () => {
    expect(got.filter(({ lease }) => lease)).toHaveLength(1);
  });

  it('let no more people in than an invitation has places', () => {
    const admitted = got.filter(({ redeemed }) => redeemed === 'admitted');
    const refused = got.filter(({ redeemed }) => redeemed === 'used-up');
    expect([admitted.length, refused.length]).toEqual([PLACES, PROCESSES - PLACES]);
  });

  it('take every update in once', () => {
    expect(got.flatMap(({ updates }) => updates).sort()).toEqual([1, 2, 3, 4, 5]);
  });
});

function start(path: string, name: string): ChildProcess {
  return fork(COMPETITOR, [path, name], { execArgv: ['--import', 'tsx'], stdio: 'inherit' });
}

/** The next message of a process; rejects where it ends without one. */
async function hear(child: ChildProcess): Promise<unknown> {
  const ended = once(child, 'disconnect').then(() => {
    throw new Error('Expected a message, and the process ended');
  });
  const [message] = await Promise.race([once(child, 'message'), ended]);
  return message;
}
