/** Lines that may stand beside the items: comments and nothing. */
const BESIDE = /^(?:#.*|\s*)$/u;

/**
 * Cuts a YAML file that holds nothing but one list under a key into the texts of its items, each a
 * list of one by itself. Nothing is understood of the items: where one of them is no YAML by itself,
 * as where it names an anchor of another, the file has to be read as a whole.
 *
 * @returns null where the file is of another form
 */
export function splitList(yaml: string, key: string): readonly string[] | null {
  const lines = yaml.split(/(?<=\n)/u);
  const head = lines.findIndex((line) => !BESIDE.test(line));
  if (lines[head]?.trimEnd() !== `${key}:`) return null;
  const first = lines.findIndex((line, at) => at > head && !BESIDE.test(line));
  const indent = /^( +)- /u.exec(lines[first] ?? '')?.[1];
  // Another key, a mark of a document, or a directive.
  const isMore = lines.slice(first).some((line) => /^[^\s#]/u.test(line));
  if (indent === undefined || isMore) return null;
  const begins = lines.flatMap((line, at) =>
    at >= first && line.startsWith(`${indent}-`) ? [at] : [],
  );
  return begins.map((at, item) => lines.slice(at, begins[item + 1]).join(''));
}
