import { z } from 'zod';
import { INTENT_RULES, type IntentKind } from '../../commands.ts';
import { type RequestTool, requestTool } from '../request-tool.ts';

/** Features that only show something, by the name of their tool. */
const PAGES = {
  open_learning_map: 'map',
  open_my_records: 'records',
  open_my_data: 'my-data',
  open_classes: 'classes',
  open_messages: 'messages',
  open_audit: 'audit',
  list_materials: 'materials',
  export_conversation: 'export',
  clear_conversation: 'forget',
  show_help: 'help',
} as const satisfies Readonly<Record<string, IntentKind>>;

export const pageTools: readonly RequestTool[] = Object.entries(PAGES).map(([name, intent]) =>
  requestTool({
    name,
    input: z.object({}),
    action: INTENT_RULES[intent].action,
    isPrivate: INTENT_RULES[intent].isPrivate,
    run: async () => ({ kind: 'show', order: { kind: 'intent', intent, text: '' } }),
  }),
);
