import { readWish, readWishedTimes, type Wish } from '../../../reminder/wished/read-wish.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import { choosePause } from './choose-wishes.ts';
import { pauseReminders, resumeReminders, stopReminders } from './pause-reminders.ts';
import { setWishedTimes } from './set-wishes.ts';
import { openWishes } from './wishes-page.ts';

/** 学习提醒 by itself shows how it stands; a line with words is done. */
export function studyReminder(
  text: string,
  on: PersonalOccasion,
): FeatureReply | Promise<FeatureReply> {
  return text.trim() === ''
    ? openWishes(on)
    : carryOut(readWish(text) ?? readWishedTimes(text), on);
}

/** What was asked for stays open where it cannot be read. */
function carryOut(wish: Wish, on: PersonalOccasion): FeatureReply | Promise<FeatureReply> {
  switch (wish.kind) {
    case 'stop':
      return stopReminders(on);
    case 'resume':
      return resumeReminders(on);
    case 'pause':
      return wish.days === null ? choosePause() : pauseReminders(wish.days, on);
    case 'set':
      return setWishedTimes(wish.times, on);
    case 'unclear':
      return { ...say(wish.problem), state: { ...on.state, expecting: 'wished-times' } };
    default:
      return wish satisfies never;
  }
}
