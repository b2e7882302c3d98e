import type { StudyWishes } from '../../reminder/wishes.ts';
import type { Tables } from '../schema.ts';

export function wishesRow(wishes: StudyWishes): Tables['study_wishes'] {
  return {
    person: wishes.person,
    is_on: wishes.isOn ? 1 : 0,
    days: JSON.stringify(wishes.days),
    time: wishes.time,
    most_a_week: wishes.mostAWeek,
    pause: wishes.pause === null ? null : JSON.stringify(wishes.pause),
    channel: wishes.channel,
    since: wishes.since,
    planned_until: wishes.plannedUntil,
  };
}

export function wishesFrom(row: Tables['study_wishes']): StudyWishes {
  return {
    person: row.person,
    isOn: row.is_on === 1,
    days: JSON.parse(row.days) as StudyWishes['days'],
    time: row.time,
    mostAWeek: row.most_a_week,
    pause: row.pause === null ? null : (JSON.parse(row.pause) as StudyWishes['pause']),
    channel: row.channel as StudyWishes['channel'],
    since: row.since,
    plannedUntil: row.planned_until,
  };
}
