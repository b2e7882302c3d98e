import { dateIn } from '../../../clock.ts';
import {
  STATE_NAMES,
  type Suggestion,
  type SuggestionStep,
} from '../../../suggestion/suggestion.ts';
import { dateInWords } from '../../../text/date-in-words.ts';
import { type Button, choices, heading, plain, remark } from '../../blocks.ts';
import type { PersonalOccasion } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';

const NO_NAME = '不显示是谁提的：记录中没有，也请不要去猜、去问。原文不能改，也不能删除。';

const DONE: Readonly<Record<SuggestionStep['did'], string>> = {
  take: '开始办理',
  answer: '答复',
  decline: '不予采纳',
  reopen: '重新办理',
};

/** One as a whole, with everything that is done with it next. */
export function suggestionBlocks(
  suggestion: Suggestion,
  { zone }: Pick<PersonalOccasion, 'zone'>,
): DraftBlock[] {
  const { text, state, day, steps } = suggestion;
  const told = steps.map((step) => stepInWords(step, zone));
  return [
    heading(nameOfSuggestion(suggestion)),
    plain(`状态：${STATE_NAMES[state]}\n收到：${dateInWords(day)}`),
    plain(text),
    ...(told.length === 0 ? [] : [heading('办理经过'), plain(told.join('\n'))]),
    remark(NO_NAME),
    choices('意见办理', ...nextSteps(suggestion)),
  ];
}

/** 意见建议 3f9a12: enough of its id to speak of one. */
export function nameOfSuggestion({ id }: Pick<Suggestion, 'id'>): string {
  return `意见建议 ${id.slice(0, 6)}`;
}

/** 2027年6月1日 王某 答复：…… */
export function stepInWords({ did, by, at, words }: SuggestionStep, zone: string): string {
  const what = words === null ? DONE[did] : `${DONE[did]}：${words}`;
  return `${dateInWords(dateIn(zone, new Date(at)))} ${by.name} ${what}`;
}

function nextSteps({ id, revision, state }: Suggestion): Button[] {
  const named = { suggestion: id, revision };
  const back: Button = ['返回列表', { kind: 'list-suggestions', of: 'pending', from: 0 }];
  const settle: Button[] = [
    ['答复', { kind: 'write-to-sender', ...named, as: 'answer' }],
    ['不予采纳', { kind: 'write-to-sender', ...named, as: 'decline' }],
  ];
  switch (state) {
    case 'open':
      return [['开始办理', { kind: 'take-suggestion', ...named }], ...settle, back];
    case 'in-hand':
      return [...settle, back];
    case 'answered':
    case 'declined':
      return [['重新办理', { kind: 'reopen-suggestion', ...named }], back];
    default:
      return state satisfies never;
  }
}
