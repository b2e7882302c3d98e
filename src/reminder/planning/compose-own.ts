import { MAILING_NAMES } from '../../delivery/mailing.ts';
import { ownReminder } from '../wished/own-reminder.ts';
import type { PlanningParts } from './parts.ts';

/** A learner's own reminder, from what is due for them now. */
export async function composeOwn(
  person: string,
  now: Date,
  isLastWarning: boolean,
  { learning, recall }: PlanningParts,
): Promise<string> {
  const [cards, { entries }, bank] = await Promise.all([
    learning.cards(person),
    learning.entries(person, 1),
    // A corpus that cannot be read keeps nobody's messages back.
    recall().catch(() => null),
  ]);
  const due = cards.filter(({ item, due: at }) => new Date(at) <= now && bank?.byId(item) != null);
  const [last] = entries;
  // Words of their own may have been meant for the page alone, and a phone shows a message to others.
  const lastStudied = last?.kind === 'place' ? { words: last.studied } : null;
  const text = ownReminder({ dueRecall: due.length, lastStudied }, isLastWarning);
  return `【${MAILING_NAMES.study}】${text}`;
}
