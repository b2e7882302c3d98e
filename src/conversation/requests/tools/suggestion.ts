import { z } from 'zod';
import { type RequestTool, requestTool } from '../request-tool.ts';

const sendSuggestion = requestTool({
  name: 'send_suggestion',
  input: z.object({ text: z.string().min(2).max(1000) }),
  action: 'ask',
  isPrivate: false,
  run: async ({ text }) => ({
    kind: 'confirm',
    words: `把这条意见建议交给维护人员，不附姓名和账号：“${text}”`,
    deed: { kind: 'carry-out', intent: 'suggest', text },
  }),
});

export const suggestionTools: readonly RequestTool[] = [sendSuggestion];
