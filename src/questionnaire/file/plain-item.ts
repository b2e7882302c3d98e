import { withoutUnseen } from '../../text/without-unseen.ts';

/** Fields of an item or of the whole, with strings cleaned and other names of a field resolved. */
export type Plain = Readonly<Record<string, unknown>>;

const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  least: ['min'],
  most: ['max'],
};
const SHOWN_BY = ['item', 'id', 'question', 'questionId'];
const SHOWN_AT = ['is', 'in', 'equals', 'value', 'values', 'option', 'options', 'anyOf'];

export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An item as it stands in a file, with what can be said in more than one way said in one. */
export function plainItem(raw: Plain): Plain {
  const item: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(raw)) {
    if (value === null || name === '__proto__') continue;
    item[name] = cleanValue(name, value);
  }
  if (typeof item.id === 'number') item.id = String(item.id);
  if (item.id === '') delete item.id;
  for (const [name, others] of Object.entries(OTHER_NAMES)) {
    for (const other of others) {
      if (item[other] === undefined) continue;
      item[name] ??= item[other];
      delete item[other];
    }
  }
  if (isPlain(item.showIf)) item.showIf = plainShowIf(item.showIf);
  return item;
}

/** Words on one line, as a reader sees them. */
export function cleanLine(text: string): string {
  return cleanLines(text).replace(/\s*\n\s*/gu, ' ');
}

export function cleanLines(text: string): string {
  return withoutUnseen(text.normalize('NFC')).trim();
}

/** A basis is an exact slice, so it stays as it is. */
function cleanValue(name: string, value: unknown): unknown {
  if (name === 'basis') return value;
  if (typeof value === 'string') return name === 'hint' ? cleanLines(value) : cleanLine(value);
  if (Array.isArray(value)) {
    return value.map((one) => {
      if (typeof one === 'number') return String(one);
      return typeof one === 'string' ? cleanLine(one) : one;
    });
  }
  return value;
}

function plainShowIf(raw: Plain): Plain {
  const by = SHOWN_BY.map((name) => raw[name]).find((value) => value !== undefined);
  const at = SHOWN_AT.map((name) => raw[name]).find((value) => value !== undefined);
  const values = at === undefined || Array.isArray(at) ? at : [at];
  return {
    item: typeof by === 'string' ? cleanLine(by) : typeof by === 'number' ? String(by) : by,
    is: values === undefined ? undefined : cleanValue('is', values),
  };
}
