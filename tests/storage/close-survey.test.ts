import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { openRecords } from '../../src/storage/records.ts';
import { makeFolder } from '../support/small-index.ts';
import { CLOSES_AT, surveyOf, WHILE_OPEN } from '../support/survey.ts';

/** Reminders by the survey that they were made for. */
const SOURCES = ['survey:s', 'survey:s#1', 'survey:s2#1'];

it('leaves of reminders nothing that tells who had submitted by then', async () => {
  const { path, remove } = await makeFolder();
  onTestFinished(remove);
  const records = await openRecords(path);
  onTestFinished(() => records.close());
  const { people, questionnaires, deliveries } = records;
  await people.change(
    ['a', 'b'].map((id) => ({
      ...{ kind: 'add-person' as const, at: WHILE_OPEN },
      person: { id, name: id, unit: '', role: 'learner' as const },
    })),
  );
  const survey = surveyOf('s', { owner: null });
  await questionnaires.change([{ kind: 'publish-survey', survey, invited: ['a', 'b'] }]);
  for (const source of SOURCES) {
    await deliveries.change([
      {
        kind: 'add-mailing',
        mailing: {
          ...{ id: source, kind: 'class', source, reminder: null, isUrgent: false },
          ...{ title: '问卷', buttons: [], dueAt: WHILE_OPEN, createdAt: WHILE_OPEN },
        },
        deliveries: ['a', 'b'].map((person) => ({
          ...{ id: `${source} ${person}`, person, text: '请填写' },
          ...{ notBefore: WHILE_OPEN, notAfter: CLOSES_AT },
        })),
      },
    ]);
    await deliveries.release(
      [
        { kind: 'skipped', id: `${source} a`, reason: 'done' },
        { kind: 'inbox', id: `${source} b`, text: '请填写' },
      ],
      new Date(WHILE_OPEN),
    );
  }
  await questionnaires.change([{ kind: 'close-survey', survey: 's', at: CLOSES_AT }]);
  const database = new Database(join(path, 'records.sqlite'), { readonly: true });
  onTestFinished(() => void database.close());
  const left = database.prepare('SELECT id FROM delivery ORDER BY id').pluck().all();
  expect(left).toEqual(['survey:s b', 'survey:s#1 b', 'survey:s2#1 a', 'survey:s2#1 b']);
});
