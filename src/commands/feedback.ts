import { parseArgs } from 'node:util';
import { timeIn } from '../clock.ts';
import type { FeedbackReport } from '../storage/feedback-report.ts';
import {
  answersOf,
  STATE_NAMES,
  SUGGESTION_STATES,
  type Suggestion,
} from '../suggestion/suggestion.ts';
import type { Command } from './command.ts';

const OUTCOMES: Readonly<Record<string, string>> = {
  answered: '已作答',
  'not-in-corpus': '现有资料未载明',
  'not-included': '内容未收录',
  'out-of-scope': '超出范围',
};

/** `feedback [--json]`: what people sent in, without who they are. */
export const feedback: Command = async (args, { app, output }) => {
  const { values } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false } },
  });
  const report = await (await app.records()).feedback();
  if (values.json) output.line(JSON.stringify(report));
  else for (const line of linesOf(report, app.config.zone)) output.line(line);
  return 0;
};

function linesOf(
  { useful, notUseful, unhelpful, suggestions }: FeedbackReport,
  zone: string,
): string[] {
  const dayOf = (at: string) => timeIn(zone, new Date(at));
  return [
    `评价：有用 ${useful} 次，没帮助 ${notUseful} 次`,
    '',
    `“没帮助”的提问（${unhelpful.length} 个）：`,
    ...unhelpful.map(
      ({ question, outcome, at }) =>
        `  ${dayOf(at)}  ${question}（${OUTCOMES[outcome ?? ''] ?? '其他'}）`,
    ),
    '',
    `意见建议（${suggestions.length} 条）：`,
    ...SUGGESTION_STATES.flatMap((state) => {
      const some = suggestions.filter((one) => one.state === state);
      if (some.length === 0) return [];
      return [`  ${STATE_NAMES[state]}（${some.length} 条）`, ...some.flatMap(linesOfSuggestion)];
    }),
  ];
}

function linesOfSuggestion(suggestion: Suggestion): string[] {
  const { day, text } = suggestion;
  const [last] = answersOf(suggestion);
  const answer =
    last === undefined ? [] : [`      答复（${last.by.name}）：${inLines(last.words ?? '')}`];
  return [`    ${day}  ${inLines(text)}`, ...answer];
}

function inLines(text: string): string {
  return text.replaceAll('\n', '\n      ');
}
