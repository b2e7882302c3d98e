import { addDays } from '../../clock.ts';
import type { Chapter } from '../chapters.ts';
import type { RecallBank } from '../recall/bank.ts';
import type { RecallCard } from '../schedule.ts';
import type { ChapterCount } from '../store.ts';
import type { LearningMap, MapDay } from './learning-map.ts';

const WEEKS = 26;

/** What a learning map is made of. */
export interface MapParts {
  readonly materials: readonly {
    readonly id: string;
    readonly title: string;
    readonly chapters: readonly Chapter[];
  }[];
  readonly counts: readonly ChapterCount[];
  readonly days: readonly MapDay[];
  readonly cards: readonly RecallCard[];
  readonly bank: RecallBank;
  readonly today: string;
  readonly now: Date;
}

/** The first day of the calendar: a Monday. */
export function firstDayOfMap(today: string): string {
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(today, -weekday - 7 * (WEEKS - 1));
}

/** Pure. Materials that have neither questions nor records are left out. */
export function makeLearningMap(parts: MapParts): LearningMap {
  const { materials, counts, cards, bank, today } = parts;
  const standing = cards.filter(({ item }) => bank.byId(item) !== null);
  const isDue = ({ due }: RecallCard) => due <= parts.now.toISOString();
  const chapters = materials.flatMap(({ id, title, chapters }) => {
    const isKnown =
      counts.some(({ material }) => material === id) ||
      bank.all.some(({ material }) => material === id);
    return isKnown
      ? chapters.map(({ place, heading, sections }) => {
          const count = counts.find((one) => one.material === id && one.chapter === place);
          const mine = standing.filter((one) => one.material === id && one.chapter === place);
          const places = new Set([place, ...sections.map((one) => one.place)]);
          const questions = bank.all.filter(
            (item) => item.material === id && places.has(item.place),
          );
          return {
            ...{ material: id, title, place, heading },
            entries: count?.entries ?? 0,
            lastOn: count?.lastOn ?? null,
            questions: questions.length,
            recalled: mine.filter(({ isRecalled }) => isRecalled).length,
            due: mine.filter(isDue).length,
          };
        })
      : [];
  });
  const month = today.slice(0, 7);
  return {
    today,
    chapters,
    days: everyDay(parts.days, today),
    entriesThisMonth: parts.days
      .filter(({ date }) => date.startsWith(month))
      .reduce((sum, { entries }) => sum + entries, 0),
    due: standing.filter(isDue).length,
  };
}

function everyDay(days: readonly MapDay[], today: string): MapDay[] {
  const known = new Map(days.map(({ date, entries }) => [date, entries]));
  const all: MapDay[] = [];
  for (let date = firstDayOfMap(today); date <= today; date = addDays(date, 1)) {
    all.push({ date, entries: known.get(date) ?? 0 });
  }
  return all;
}
