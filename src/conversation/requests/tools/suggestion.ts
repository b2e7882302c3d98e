import { z } from 'zod';
import { SUGGESTION_TURN } from '../../store.ts';
import { type RequestTool, requestTool } from '../request-tool.ts';

const sendSuggestion = requestTool({
  name: 'send_suggestion',
  input: z.object({ text: z.string().min(2).max(1000) }),
  action: 'ask',
  isPrivate: true,
  run: async ({ text }) => ({
    kind: 'confirm',
    words: `把这条意见建议交给管理员，不附姓名和账号：“${text}”`,
    // Both are gone once it is sent: else the dialogue would say whose it is.
    outcome: SUGGESTION_TURN,
    deed: { kind: 'carry-out', intent: 'suggest', text },
  }),
});

export const suggestionTools: readonly RequestTool[] = [sendSuggestion];
