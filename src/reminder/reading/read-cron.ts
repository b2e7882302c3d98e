import { type Piece, read, unread } from './piece.ts';
import { field } from './read-repeat.ts';

const LOOKS_LIKE = /^[\d*?,/#a-z-]+(?: [\d*?,/#a-z-]+){4,}$/iu;
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const MONTHS = [
  ...['jan', 'feb', 'mar', 'apr', 'may', 'jun'],
  ...['jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
];

const HOW = '请写五段：分、时、日、月、周，例如“30 9 * * 3”，或者直接写“每周三 9:30”。';

/** The five fields of a cron, written plainly; null where the text is none. */
export function readCron(text: string): Piece<string> | null {
  if (!LOOKS_LIKE.test(text)) return null;
  const fields = text.toLowerCase().split(' ');
  if (fields.length !== 5) return unread(`“${text}”有 ${fields.length} 段。${HOW}`);
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = fields;
  if ([minute, hour].some((one) => /[*,/?-]/u.test(one))) {
    return unread('提醒最多一天一次，分和时只能各写一个数。要一天发多次的，请分成几条。');
  }
  const last = /(?:^|,)l(?=,|$)/u;
  const plainDay = day.replace(last, '').replace(/^,/u, '');
  const read5 = [
    numbers(minute, 0, 59),
    numbers(hour, 0, 23),
    plainDay === '' && last.test(day) ? [] : numbers(plainDay, 1, 31),
    numbers(named(month, MONTHS, 1), 1, 12),
    numbers(named(weekday, WEEKDAYS, 0), 0, 7),
  ];
  const wrong = read5.indexOf(null);
  if (wrong >= 0) return unread(`“${fields[wrong]}”不能用在这一段。${HOW}`);
  const [minutes, hours, days, months, weekdays] = read5 as number[][];
  const dayField = [field(days ?? [], 31), last.test(day) ? 'L' : ''].filter((one) => one !== '');
  return read(
    [
      field(minutes ?? [], 60),
      field(hours ?? [], 24),
      dayField.join(','),
      field(months ?? [], 12),
      field(
        (weekdays ?? []).map((one) => (one === 0 ? 7 : one)),
        7,
      ),
    ].join(' '),
  );
}

/** Null where a field is none, or beyond its bounds. */
function numbers(text: string, least: number, most: number): number[] | null {
  const found: number[] = [];
  for (const part of text.split(',')) {
    const [, star, from, to, step = '1'] =
      /^(?:([*?])|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/u.exec(part) ?? [];
    if (star === undefined && from === undefined) return null;
    const start = from === undefined ? least : Number(from);
    const end = from === undefined ? most : Number(to ?? from);
    if (start < least || end > most || start > end || Number(step) === 0) return null;
    for (let number = start; number <= end; number += Number(step)) found.push(number);
  }
  return found;
}

function named(text: string, names: readonly string[], first: number): string {
  return text.replace(/[a-z]+/gu, (name) => {
    const at = names.indexOf(name);
    return at < 0 ? name : String(at + first);
  });
}
