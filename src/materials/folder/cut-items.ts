import { isMap, isSeq, parseDocument, visit, type YAMLSeq } from 'yaml';
import type { Span } from '../../text/span.ts';

/** The lines of an item of a list: from its dash to the end of its last line of content. */
export interface CutItem extends Span {
  readonly id: unknown;
  /** White space before its dash. */
  readonly indent: string;
}

/** Null where the list is not one of items on lines of their own. */
export function cutItems(yaml: string, key: string): readonly CutItem[] | null {
  const document = parseDocument(yaml, { keepSourceTokens: true });
  const list = document.get(key);
  if (!isSeq(list) || list.flow === true) return null;
  const dashes = dashesOf(list);
  const items = list.items.map((item, at) => {
    const dash = dashes[at];
    if (dash === undefined || !isMap(item) || !item.range) return null;
    const start = yaml.lastIndexOf('\n', dash - 1) + 1;
    const indent = yaml.slice(start, dash);
    if (!/^[ \t]*$/u.test(indent)) return null;
    const [, , nodeEnd] = item.range;
    const end = Math.max(lastLineEnd(yaml, start, nodeEnd), lastWordEnd(yaml, item));
    return { id: item.get('id'), indent, start, end };
  });
  return items.every((one) => one !== null) ? items : null;
}

function dashesOf(list: YAMLSeq): number[] {
  const token = list.srcToken;
  if (token?.type !== 'block-seq') return [];
  return token.items.flatMap(({ start }) =>
    start.filter(({ type }) => type === 'seq-item-ind').map(({ offset }) => offset),
  );
}

/** Where the last line ends that is neither empty nor a comment: those belong to what follows. */
function lastLineEnd(yaml: string, start: number, nodeEnd: number): number {
  const begun = yaml.lastIndexOf('\n', nodeEnd - 1) + 1;
  // Of the line behind, white space may count as the item's.
  const isBehind = yaml.slice(begun, nodeEnd).trim() === '';
  const end = isBehind ? begun : lineEnd(yaml, nodeEnd);
  const lines = yaml.slice(start, end).split(/(?<=\n)/u);
  const last = lines.findLastIndex((line) => !/^\s*(?:#.*)?\s*$/u.test(line));
  return start + lines.slice(0, last + 1).join('').length;
}

/** A text on lines of its own may end with what looks like a comment. */
function lastWordEnd(yaml: string, item: YAMLSeq['items'][number]): number {
  let end = 0;
  visit(item as never, {
    Scalar(_, { range }) {
      end = Math.max(end, range?.[1] ?? 0);
    },
  });
  return lineEnd(yaml, end);
}

/** The end of the line in which whatever ends here ends. */
function lineEnd(yaml: string, end: number): number {
  if (yaml[end - 1] === '\n') return end;
  const feed = yaml.indexOf('\n', end);
  return feed === -1 ? yaml.length : feed + 1;
}
