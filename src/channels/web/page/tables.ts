import type { CalendarBlock, TableBlock } from '../../../conversation/reply.ts';
import { element } from './elements.ts';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];
/** Shades from none to many, by the least number of each. */
const SHADES = [0, 1, 2, 3, 5];

/** Letters of a row's name, and of another cell, that stand in one line; longer ones are broken. */
const LONGEST_NAME = 7;
const LONGEST_CELL = 12;

/** Rows whose first cell names them. */
export function tableElement({ caption, columns, rows }: TableBlock): HTMLElement {
  const head = element('tr', {}, ...columns.map((name) => element('th', { scope: 'col' }, name)));
  const body = rows.map(([name = '', ...cells]) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row', ...wordy(name, LONGEST_NAME) }, name),
      ...cells.map((cell) => element('td', wordy(cell, LONGEST_CELL), cell)),
    ),
  );
  return framed(
    caption,
    element(
      'table',
      { class: 'table' },
      element('caption', {}, caption),
      element('thead', {}, head),
      element('tbody', {}, ...body),
    ),
  );
}

function wordy(text: string, longest: number): Record<string, string> {
  return text.length > longest ? { class: 'wordy' } : {};
}

/** A heat map: a row a day of the week, a column a week; each day can be read out. */
export function calendarElement({ caption, unit, days }: CalendarBlock): HTMLElement {
  const weeks = Math.ceil(days.length / WEEKDAYS.length);
  const months = Array.from({ length: weeks }, (_, week) => {
    const first = days.slice(week * 7, week * 7 + 7).find(({ date }) => date.endsWith('-01'));
    return first === undefined
      ? element('td')
      : element('th', { scope: 'col' }, monthOf(first.date));
  });
  const rows = WEEKDAYS.map((name, weekday) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, name),
      ...Array.from({ length: weeks }, (_, week) => dayCell(days[week * 7 + weekday], unit)),
    ),
  );
  const frame = framed(
    caption,
    element(
      'table',
      { class: 'calendar' },
      element('caption', {}, caption),
      element('thead', {}, element('tr', {}, element('td'), ...months)),
      element('tbody', {}, ...rows),
    ),
  );
  // Where it does not fit, the latest weeks are what people look for.
  requestAnimationFrame(() => {
    frame.scrollLeft = frame.scrollWidth;
  });
  return frame;
}

function monthOf(date: string): string {
  return `${Number(date.slice(5, 7))}月`;
}

function dayCell(day: CalendarBlock['days'][number] | undefined, unit: string): HTMLElement {
  if (day === undefined) return element('td');
  const { date, entries } = day;
  const told = `${monthOf(date)}${Number(date.slice(8))}日：${unit} ${entries} 条`;
  const shade = SHADES.findLastIndex((least) => entries >= least);
  return element(
    'td',
    { class: `day shade-${shade}`, title: told },
    element('span', { class: 'unseen' }, entries === 0 ? '' : told),
  );
}

/** Wide tables scroll by themselves, by keyboard too. */
function framed(caption: string, table: HTMLElement): HTMLElement {
  return element(
    'div',
    { class: 'table-frame', tabindex: '0', role: 'group', 'aria-label': caption },
    table,
  );
}
