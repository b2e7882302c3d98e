import type { RequestTool } from './request-tool.ts';
import { classTools } from './tools/classes.ts';
import { learningTools } from './tools/learning.ts';
import { messageTools } from './tools/messages.ts';
import { pageTools } from './tools/pages.ts';
import { questionnaireTools } from './tools/questionnaires.ts';
import { reminderTools } from './tools/reminders.ts';
import { seminarTools } from './tools/seminar.ts';
import { suggestionTools } from './tools/suggestion.ts';

/** Every feature that can be asked for in plain speech; a new one registers its tools here. */
export const REQUEST_TOOLS: readonly RequestTool[] = [
  ...learningTools,
  ...messageTools,
  ...classTools,
  ...seminarTools,
  ...reminderTools,
  ...questionnaireTools,
  ...pageTools,
  ...suggestionTools,
];

export const REQUEST_TOOL_NAMES: readonly string[] = REQUEST_TOOLS.map(({ name }) => name);
