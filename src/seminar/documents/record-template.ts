import type { Kit } from '../kit.ts';
import type { RecordSheet } from '../record-sheet.ts';
import { CAUSE_CATEGORIES } from '../session/cause-categories.ts';
import type { DocumentHead } from './document-head.ts';

/** The empty sheets that a kit is printed with, one a group. */
export function emptyRecords(kit: Kit, head: DocumentHead): RecordSheet[] {
  const groups = kit.groups.length === 0 ? [''] : kit.groups.map(({ name }) => name);
  return groups.map((group) => ({
    ...{ className: head.className, date: head.date, topic: kit.order.topic, group },
    // How many came, and what they chose to talk about, is written in on the day.
    ...{ people: null, focus: '', problems: [], causes: [], measures: [] },
    ...{ disagreements: [], reportPoints: [] },
  }));
}

type Cause = RecordSheet['causes'][number];

export interface CauseCategory {
  readonly category: string;
  readonly items: readonly Cause[];
}

const UNSORTED = '未归类';

/** All the categories of the sheet, those without a cause too, then what others there are. */
export function causesByCategory(causes: readonly Cause[]): CauseCategory[] {
  const nameOf = ({ category }: Cause) => (category === '' ? UNSORTED : category);
  const names = new Set<string>([...CAUSE_CATEGORIES, ...causes.map(nameOf)]);
  return [...names].map((category) => ({
    category,
    items: causes.filter((cause) => nameOf(cause) === category),
  }));
}
