import { takesOptions } from '../../../../questionnaire/editing/item-kinds.ts';
import { readLimits } from '../../../../questionnaire/editing/read-limits.ts';
import type { Edit } from './edit.ts';
import type { Asked } from './words-asked-for.ts';

/** The change that words make which were asked for; null where they cannot be read. */
export function editInWords(text: string, { what, target, type }: Asked): Edit | null {
  const oneLine = text.replace(/\s*\n\s*/gu, ' ');
  switch (what) {
    case 'title':
      return { kind: 'set-title', text: oneLine };
    case 'introduction':
      return { kind: 'set-introduction', text };
    case 'text':
      return { kind: 'set-text', item: target, text: oneLine };
    case 'hint':
      return { kind: 'set-hint', item: target, text: oneLine };
    case 'options':
      return { kind: 'set-options', item: target, options: optionsIn(text) };
    case 'type':
      return {
        ...{ kind: 'set-type', item: target, options: optionsIn(text) },
        type: type ?? 'single',
      };
    case 'limits': {
      const limits = readLimits(text);
      return limits === null ? null : { kind: 'set-limits', item: target, ...limits };
    }
    case 'add': {
      const [first = '', ...others] = linesOf(text);
      const after = target === '' ? null : target;
      const hasOptions = type !== null && takesOptions(type);
      return {
        ...{ kind: 'add', after, type: type ?? 'text' },
        text: hasOptions ? first : oneLine,
        options: hasOptions ? others.map(withoutMark) : [],
      };
    }
    default:
      return what satisfies never;
  }
}

function optionsIn(text: string): string[] {
  return linesOf(text).map(withoutMark);
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Without A. or 1、 in front: options are numbered by whoever shows them. */
function withoutMark(line: string): string {
  return line.replace(/^(?:[A-Za-z][.、)）]|\d{1,2}(?:[、)）]|\.(?!\d))|[-•·])\s*/u, '').trim();
}
