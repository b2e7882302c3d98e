import { z } from 'zod';
import { readTemplate } from '../../../reminder/draft/template.ts';
import { type RequestTool, requestTool } from '../request-tool.ts';
import { className, withClass } from './classes.ts';

/** Writes a notice down as a draft and shows its preview; sending it takes another tap. */
const writeNotice = requestTool({
  name: 'write_notice',
  input: z.object({
    class_name: className,
    text: z.string().min(1).max(4000),
    when: z.string().max(100).nullable(),
  }),
  action: 'notify-class',
  isPrivate: true,
  run: ({ class_name, text, when }, on) =>
    withClass(class_name, 'notify-class', on, ({ id, name }) => {
      const read = readTemplate(text, [{ classId: id, unit: null, role: null }]);
      if (!read.ok) return { kind: 'problem', words: read.problem };
      const time = when === null ? '时间待定' : `时间“${when}”`;
      return {
        kind: 'confirm',
        words: `给“${name}”拟一份通知草稿，${time}，内容“${read.text}”。这一步不发送，预览以后再由您确认发送。`,
        deed: { kind: 'write-notice', classId: id, text: read.text, when },
      };
    }),
});

const openNotices = requestTool({
  name: 'open_notices',
  input: z.object({}),
  action: 'notify-class',
  isPrivate: true,
  run: async () => ({
    kind: 'show',
    order: { kind: 'deed', deed: { kind: 'list-reminders', from: 0 } },
  }),
});

export const reminderTools: readonly RequestTool[] = [writeNotice, openNotices];
