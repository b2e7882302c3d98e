import { dayInWords } from '../../../checkin/study-date.ts';
import { addDays } from '../../../clock.ts';
import { type Button, choices, lead, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import type { Change } from '../../store.ts';
import { heldOnInWords } from './day-in-words.ts';
import { kitBlocks } from './kit-page.ts';
import { type OpenedKit, withOwnKit } from './opened-kit.ts';
import { ownClasses } from './own-classes.ts';

const MOST_CLASSES = 12;
/** Days of a class that are offered. */
const MOST_DAYS = 5;

/** For which class and day; both stand at the head of the documents. */
export function chooseKitClass(id: string, on: PersonalOccasion): Promise<FeatureReply> {
  return withOwnKit(id, on, async ({ record }) => {
    const classes = (await ownClasses(on)).slice(0, MOST_CLASSES);
    return {
      placement: 'turn',
      blocks: [
        lead(classes.length === 0 ? '您还没有班次，可以只定日期。' : '用于哪个班次？'),
        remark('班次和日期印在文件的页眉上。'),
        choices(
          '班次',
          ...classes.map(
            ({ id: classId, name }): Button => [name, { kind: 'set-kit-class', kit: id, classId }],
          ),
          ...(record.classId === null
            ? []
            : ([['不定班次', { kind: 'set-kit-class', kit: id, classId: null }]] as Button[])),
          ['定日期', { kind: 'write-in-kit', kit: id, what: 'day', target: '' }],
          ['返回方案', { kind: 'open-kit', kit: id }],
        ),
      ],
    };
  });
}

/** Sets the class, and asks for a day within it. */
export function setKitClass(
  { kit: id, classId }: DeedOf<'set-kit-class'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withOwnKit(id, on, async (opened) => {
    const found = classId === null ? null : await on.people.class(classId);
    const change: Change = {
      of: 'seminar',
      change: { kind: 'set-kit-class', id, classId: found?.id ?? null },
    };
    if (found === null) return kept(opened, { classId: null }, '已改为不定班次。', change, on);
    const from = found.startsOn < on.today ? on.today : found.startsOn;
    const days = Array.from({ length: MOST_DAYS }, (_, at) => addDays(from, at)).filter(
      (day) => day <= found.endsOn,
    );
    return {
      placement: 'turn',
      changes: [change],
      state: {
        ...on.state,
        expecting: 'words-for-kit',
        kitWords: { kit: id, before: opened.record.version, what: 'day', target: '' },
      },
      blocks: [
        lead(`已定班次：${found.name}。研讨在哪一天？`),
        remark('可以点选，也可以直接发送日期，例如“6月10日”。'),
        choices(
          '日期',
          ...days.map((day): Button => [dayInWords(day), { kind: 'set-kit-day', kit: id, day }]),
          ['日期未定', { kind: 'set-kit-day', kit: id, day: null }],
        ),
      ],
    };
  });
}

export function setKitDay(
  { kit: id, day }: Pick<DeedOf<'set-kit-day'>, 'kit' | 'day'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withOwnKit(id, on, (opened) =>
    kept(
      opened,
      { heldOn: day },
      day === null ? '日期未定，印出的文件上留空。' : `已定日期：${heldOnInWords(day, on.today)}。`,
      { of: 'seminar', change: { kind: 'set-kit-day', id, heldOn: day } },
      on,
    ),
  );
}

async function kept(
  { record, ...opened }: OpenedKit,
  changed: Partial<OpenedKit['record']>,
  words: string,
  change: Change,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const after = { ...opened, record: { ...record, ...changed } };
  return {
    placement: 'turn',
    changes: [change],
    blocks: [lead(words), ...(await kitBlocks(after, on))],
  };
}
