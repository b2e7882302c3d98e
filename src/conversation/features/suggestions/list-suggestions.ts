import {
  STATE_NAMES,
  type Suggestion,
  type SuggestionState,
} from '../../../suggestion/suggestion.ts';
import { dateInWords } from '../../../text/date-in-words.ts';
import { type Button, choices, heading, lead, plain } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import { shortened } from '../../shortened.ts';
import { turnPages } from '../turn-pages.ts';

const PAGE = 8;
const STATES = {
  pending: ['open', 'in-hand'],
  settled: ['answered', 'declined'],
} as const satisfies Readonly<Record<string, readonly SuggestionState[]>>;
const NOTHING = {
  pending: '没有待办的意见建议。',
  settled: '还没有办结的意见建议。',
} as const;

/** What waits first, then what is being dealt with; what is settled on request. */
export async function listSuggestions(
  { of, from }: Pick<DeedOf<'list-suggestions'>, 'of' | 'from'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const states = STATES[of];
  const { suggestions, total } = await on.suggestions.list({ states, from, limit: PAGE });
  const totals = await on.suggestions.totals();
  const numbered = suggestions.map((suggestion, at) => ({ suggestion, number: from + at + 1 }));
  const lines = states.flatMap((state): DraftBlock[] => {
    const some = numbered.filter(({ suggestion }) => suggestion.state === state);
    if (some.length === 0) return [];
    const words = some.map(({ suggestion, number }) => lineOf(suggestion, number));
    return [heading(`${STATE_NAMES[state]}（${totals[state]} 件）`), plain(words.join('\n'))];
  });
  const open = numbered.map(
    ({ suggestion, number }): Button => [
      shortened(`${number}. ${firstLine(suggestion)}`),
      { kind: 'open-suggestion', suggestion: suggestion.id },
    ],
  );
  return {
    placement: 'turn',
    blocks: [
      ...(total === 0 ? [lead(NOTHING[of])] : lines),
      ...(total > PAGE
        ? [plain(`第 ${from + 1} 至 ${from + suggestions.length} 件，共 ${total} 件`)]
        : []),
      ...(open.length === 0 ? [] : [choices('打开', ...open)]),
      choices('意见办理', ...waysOn({ of, from }, total)),
    ],
  };
}

function waysOn(
  { of, from }: Pick<DeedOf<'list-suggestions'>, 'of' | 'from'>,
  total: number,
): Button[] {
  return [
    ...turnPages({ kind: 'list-suggestions', of, from }, PAGE, total),
    of === 'pending'
      ? ['办结的', { kind: 'list-suggestions', of: 'settled', from: 0 }]
      : ['返回列表', { kind: 'list-suggestions', of: 'pending', from: 0 }],
    ['导出表格', { kind: 'export-suggestions' }],
  ];
}

function lineOf(suggestion: Suggestion, number: number): string {
  const by = suggestion.state === 'open' ? undefined : suggestion.steps.at(-1)?.by.name;
  const told = [dateInWords(suggestion.day), ...(by === undefined ? [] : [by])];
  return `${number}. ${shortened(firstLine(suggestion))}（${told.join('，')}）`;
}

function firstLine({ text }: Suggestion): string {
  return text.split('\n', 1)[0] ?? '';
}
