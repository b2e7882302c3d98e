/**
 * `node submit-until-killed.ts FOLDER FROM TO STEP`: fills in and submits for every STEP-th respondent
 * from FROM up to TO who has not yet, and tells of each.
 */
import { UserFacingError } from '../../src/errors.ts';
import type { QuestionnaireChange } from '../../src/questionnaire/store.ts';
import { openRecords, type Records } from '../../src/storage/records.ts';
import { answersOf, personOf, WHILE_OPEN } from '../support/survey.ts';
import { kept } from './kept.ts';

const [folder = '', from = '0', to = '0', step = '1'] = process.argv.slice(2);
const records = await openRecords(folder);
for (let number = Number(from); number < Number(to); number += Number(step)) {
  await patiently(() => answer(records, number));
  process.send?.(number);
}
await records.close();
process.disconnect?.();

/** As the conversation does it: an answer a message, then the submission with what it leaves. */
async function answer({ questionnaires, conversations }: Records, number: number): Promise<void> {
  const person = `p${number}`;
  const one = { survey: 's', respondent: personOf(person) };
  if ((await questionnaires.standing('s', one.respondent)).kind === 'submitted') return;
  const speaker = { channel: 'web', conversation: person, person };
  const keep = (change: QuestionnaireChange, ends: boolean) => {
    const pending = ends ? null : { survey: 's', item: 'days' };
    const deeds = [{ kind: ends ? 'list-surveys' : 'answer-item', survey: 's', item: 'days' }];
    const actions = { id: crypto.randomUUID(), deeds, expiresAt: '2027-01-01T00:00:00.000Z' };
    const state = { version: 1, expecting: 'answer', answering: pending };
    const changes = [{ of: 'questionnaire', change } as const];
    return conversations.keep(kept({ speaker, state, actions, changes }));
  };
  for (const [item, given] of Object.entries(answersOf(number))) {
    await keep({ kind: 'keep-answer', ...one, item, answer: given, at: WHILE_OPEN }, false);
  }
  await keep({ kind: 'submit-answers', ...one, at: WHILE_OPEN }, true);
}

/** A busy database is told, and tried again, as people do. */
async function patiently(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof UserFacingError) || attempt === 50) throw error;
    }
  }
}
