import { z } from 'zod';
import { withTimes } from '../../../reminder/wished/change-wishes.ts';
import { quietTime } from '../../../reminder/wished/quiet-time.ts';
import { readWishedTimes } from '../../../reminder/wished/read-wish.ts';
import { timesInWords } from '../../../reminder/wished/wishes-in-words.ts';
import { wishesOf } from '../../features/messages/wishes.ts';
import { type RequestTool, requestTool } from '../request-tool.ts';

const words = z.string().max(30).nullable();

const setStudyReminder = requestTool({
  name: 'set_study_reminder',
  input: z.object({ days: words, time: words }),
  action: 'learn',
  isPrivate: true,
  run: async ({ days, time }, on) => {
    const { person } = on;
    if (person === null) return { kind: 'problem', words: '学习提醒需要先登录。' };
    const read = readWishedTimes(`${days ?? ''} ${time ?? ''}`);
    if (read.kind === 'unclear') return { kind: 'problem', words: read.problem };
    const { days: chosen = null, time: at = null, mostAWeek = null } = read.times;
    const asked = { days: chosen, time: at, mostAWeek };
    const quiet = asked.time === null ? null : quietTime(asked.time);
    if (quiet !== null) return { kind: 'problem', words: quiet.problem };
    const wishes = withTimes(await wishesOf({ ...on, person }), asked, on.now.toISOString());
    return {
      kind: 'confirm',
      words: `学习提醒设为${timesInWords(wishes)}，每周最多 ${wishes.mostAWeek} 次。`,
      deed: {
        ...{ kind: 'set-wished-times', time: at, mostAWeek },
        days: chosen === null ? null : [...chosen],
      },
    };
  },
});

const stopStudyReminder = requestTool({
  name: 'stop_study_reminder',
  input: z.object({}),
  action: 'learn',
  isPrivate: true,
  run: async () => ({
    kind: 'confirm',
    words: '停止学习提醒，不再发送。',
    deed: { kind: 'stop-reminders' },
  }),
});

/** Study reminders and one's own messages. */
export const messageTools: readonly RequestTool[] = [setStudyReminder, stopStudyReminder];
