import { isDeepStrictEqual } from 'node:util';
import { isMap, isSeq, parse, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { cutItems } from './cut-items.ts';
import { nodeOf } from './yaml-node.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A change of a list whose items are told apart by their ids. */
export type ListEdit =
  /** Behind the others, or in the place of the one with its id, which keeps its comments. */
  | { readonly kind: 'put'; readonly id: string; readonly fields: Fields }
  | { readonly kind: 'drop'; readonly id: string };

/**
 * A file of one list with a change of one item. What the item does not take up stays byte for byte as
 * somebody wrote it: comments, order, spacing.
 *
 * @param yaml in which the list stands under the key
 * @returns null where it is written in such a way that the change cannot be made in it
 */
export function editList(yaml: string, key: string, edit: ListEdit): string | null {
  const items = cutItems(yaml, key);
  const ways = [asWritten, (_: string, anew: string) => anew].map((keep) =>
    byLines(yaml, items, edit, keep),
  );
  const wanted = wantedOf(yaml, key, edit);
  const says = (text: string) => isDeepStrictEqual(readAgain(text), wanted);
  const made = ways.includes(null) ? [byDocument(yaml, key, edit)] : (ways as string[]);
  return made.find(says) ?? null;
}

/** Takes the lines of an item as it was into the one written anew. */
type KeepLines = (before: string, anew: string) => string;

/**
 * Null where the list is none of items on lines of their own.
 *
 * @param items as {@link cutItems} finds them
 */
function byLines(
  yaml: string,
  items: ReturnType<typeof cutItems>,
  edit: ListEdit,
  keep: KeepLines,
): string | null {
  const last = items?.at(-1);
  if (items === null || last === undefined) return null;
  const found = items.find(({ id }) => id === edit.id);
  if (edit.kind === 'drop') {
    if (found === undefined || items.length === 1) return null;
    return yaml.slice(0, found.start) + yaml.slice(found.end);
  }
  const at = found ?? { ...last, start: last.end };
  const text = rewritten(
    found === undefined ? null : yaml.slice(found.start, found.end),
    edit,
    keep,
  );
  if (text === null) return null;
  const lines = text.replace(/^(?=.)/gmu, at.indent);
  const inItsEnds = yaml.includes('\r\n') ? lines.replaceAll('\n', '\r\n') : lines;
  const before = yaml.slice(0, at.start);
  const isOpen = before !== '' && !before.endsWith('\n');
  return before + (isOpen ? '\n' : '') + inItsEnds + yaml.slice(at.end);
}

/** An item as a list of one without indentation; null where it cannot be read by itself. */
function rewritten(
  item: string | null,
  { fields }: Extract<ListEdit, { kind: 'put' }>,
  keep: KeepLines,
) {
  if (item === null) {
    const document = parseDocument('[]');
    document.contents = nodeOf(document, [fields]) as never;
    return document.toString({ lineWidth: 0 });
  }
  const document = parseDocument(item);
  const list = document.contents;
  const entry = isSeq(list) ? list.items[0] : null;
  if (document.errors.length > 0 || !isMap(entry)) return null;
  setFields(document, entry, fields);
  return keep(item, document.toString({ lineWidth: 0 }));
}

/** A line that says the same but for its spaces stays as somebody set it. */
function asWritten(before: string, anew: string): string {
  const bare = (line: string) => line.replace(/\s/gu, '');
  const known = new Map(before.split('\n').map((line) => [bare(line), line.trim()]));
  return anew
    .split('\n')
    .map((line) => {
      const [indent = ''] = /^\s*/u.exec(line) ?? [];
      return indent + (known.get(bare(line)) ?? line.slice(indent.length));
    })
    .join('\n');
}

/** What stays the same is not written anew; of lists of words, those that stay keep their comments. */
function setFields(document: ReturnType<typeof parseDocument>, entry: YAMLMap, fields: Fields) {
  const now = entry.toJSON() as Fields;
  for (const field of Object.keys(now)) if (!(field in fields)) entry.delete(field);
  for (const [field, value] of Object.entries(fields)) {
    if (isDeepStrictEqual(now[field], value)) continue;
    const there = entry.get(field);
    if (isSeq(there) && Array.isArray(value) && value.every((one) => typeof one === 'string')) {
      const known = new Map(there.items.map((item, at) => [there.get(at), item]));
      there.items = value.map((one) => known.get(one) ?? nodeOf(document, one));
    } else entry.set(field, nodeOf(document, value));
  }
}

function byDocument(yaml: string, key: string, edit: ListEdit): string {
  const document = parseDocument(yaml);
  const list = document.get(key);
  if (!isSeq(list)) throw new Error(`Cannot edit a file without a list of ${key}`);
  const at = positionOf(list, edit.id);
  const found = at === -1 ? null : list.items[at];
  if (edit.kind === 'drop') {
    if (at !== -1) list.items.splice(at, 1);
    if (list.items.length === 0) list.flow = true;
  } else if (isMap(found)) setFields(document, found, edit.fields);
  else {
    if (list.items.length === 0) list.flow = false;
    list.add(nodeOf(document, edit.fields));
  }
  return document.toString({ lineWidth: 0 });
}

function positionOf(list: YAMLSeq, id: string): number {
  return list.items.findIndex((item) => isMap(item) && item.get('id') === id);
}

/** All that the file says, with the change. */
function wantedOf(yaml: string, key: string, edit: ListEdit): unknown {
  const file = parse(yaml) as Fields;
  const items = file[key] as readonly { readonly id: string }[];
  const at = items.findIndex(({ id }) => id === edit.id);
  const put = edit.kind === 'put' ? [edit.fields] : [];
  const where = at === -1 ? items.length : at;
  return { ...file, [key]: items.toSpliced(where, at === -1 ? 0 : 1, ...(put as never[])) };
}

function readAgain(yaml: string): unknown {
  try {
    return parse(yaml);
  } catch {
    return null;
  }
}
