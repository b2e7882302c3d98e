import type { Item, ItemType } from '../questionnaire.ts';
import { type OptionShape, shapeOf } from './options/option-shape.ts';
import { readScale, type Scale } from './options/read-scale.ts';

/** An item as the rules look at it. */
export interface Asked {
  readonly item: Item;
  readonly type: ItemType;
  /** In one width, without markup. */
  readonly text: string;
  /** `text` without what is quoted, titled or set in brackets, which is not the asker's own. */
  readonly bare: string;
  readonly hint: string;
  readonly options: readonly string[];
  readonly shape: OptionShape;
  /** Degrees of one thing, where the options are that. */
  readonly scale: Scale | null;
}

/** Rules read no further: whoever writes more is told that it is too long. */
const READ_AT_MOST = 400;
const READ_OPTIONS = 60;
const READ_OF_OPTION = 80;

export function askedOf(item: Item): Asked {
  const text = plainOf(item.text, READ_AT_MOST);
  const options = optionsOf(item)
    .slice(0, READ_OPTIONS)
    .map((option) => plainOf(option, READ_OF_OPTION));
  const scale = readScale(options);
  return {
    item,
    type: item.type,
    text,
    bare: bareOf(text),
    hint: plainOf(item.hint, READ_AT_MOST),
    options,
    shape: shapeOf(options, scale),
    scale,
  };
}

/** Options as they stand; the lines of a grid where a scale pair has them. */
export function optionsOf(item: Item): readonly string[] {
  return 'options' in item && Array.isArray(item.options) ? item.options : [];
}

/** In one width of characters, without markup, blanks at the ends and numbering. */
export function plainOf(text: string, most: number): string {
  return text
    .slice(0, most)
    .replace(/<\/?[a-z!][^<>]*>/giu, '')
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .replace(/^\s*(?:[A-Z][.、:]|\d{1,2}[.、](?!\d))\s*/u, '')
    .trim();
}

function bareOf(text: string): string {
  return text
    .replace(/\([^()]*\)|\[[^[\]]*\]|【[^】]*】/gu, '')
    .replace(/《[^》]*》/gu, '《》')
    .replace(/“[^”]*”|"[^"]*"|「[^」]*」/gu, '“”');
}
