import { USUAL_MOST, type WishedTimes, withTimes } from '../../../reminder/wished/change-wishes.ts';
import { type QuietTime, quietTime } from '../../../reminder/wished/quiet-time.ts';
import { timeInWords } from '../../../reminder/wished/wishes-in-words.ts';
import type { StudyWishes } from '../../../reminder/wishes.ts';
import { type Button, choices, lead, remark } from '../../blocks.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { setting, wishesOf } from './wishes.ts';
import { wishesBlocks } from './wishes-page.ts';

const MAY_STOP = '发送“停止提醒”随时停止。';

/** Opts in, or changes when and how often; a time in quiet hours changes nothing. */
export async function setWishedTimes(
  change: WishedTimes,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const quiet = change.time == null ? null : quietTime(change.time);
  if (quiet !== null) return refuseQuietHours(change, quiet);
  const before = await wishesOf(on);
  const wishes = withTimes(before, change, on.now.toISOString());
  return {
    placement: 'turn',
    changes: [setting(wishes, on)],
    blocks: [
      lead(before.isOn ? '已改好学习提醒。' : '已开启学习提醒。'),
      ...(await wishesBlocks(wishes, on, [...remarksOn(wishes, change), MAY_STOP].join(''))),
    ],
  };
}

/** What follows from a choice that one may not have thought of. */
function remarksOn({ days, mostAWeek }: StudyWishes, change: WishedTimes): string[] {
  const isMore = mostAWeek > USUAL_MOST && (change.days != null || change.mostAWeek != null);
  const told = isMore
    ? [`一般每周最多提醒 ${USUAL_MOST} 次；按您的要求，改为每周最多 ${mostAWeek} 次。`]
    : [];
  if (days.length > mostAWeek) {
    told.push(`一周选了 ${days.length} 天，只提醒前 ${mostAWeek} 次。`);
  }
  if (change.days != null && days.some((day) => day > 5)) {
    told.push('周六、周日和节假日是休息日，不提醒，调休上班的除外。');
  }
  return told;
}

function refuseQuietHours(change: WishedTimes, { problem, instead }: QuietTime): FeatureReply {
  const { days = null, mostAWeek = null } = change;
  const button = (at: string): Button => [
    `改为 ${timeInWords(at)}`,
    { kind: 'set-wished-times', days: days === null ? null : [...days], time: at, mostAWeek },
  ];
  return {
    placement: 'turn',
    blocks: [
      lead(problem),
      remark('可以改为下面的时间，也可以直接写一个，例如“12:30”。'),
      choices('提醒时间', ...[...new Set([instead, '12:30'])].map(button)),
    ],
  };
}
