/** Everything that a file may be broken with: a formula, HTML, XML, a control, marks that nothing shows. */
export const HOSTILE = "=cmd|'/c calc'!A0<img src=x onerror=alert(1)>&\"'</w:t>]]>\u0001\u202E--";

/** The same HOSTILE words, as they can be printed. */
export const HOSTILE_SHOWN = "=cmd|'/c calc'!A0<img src=x onerror=alert(1)>&\"'</w:t>]]>--";

/** What no person writes: it names things. */
const NAMES = new Set([
  ...['id', 'item', 'band', 'type', 'kind', 'pair', 'quadrant', 'material'],
  ...['opened', 'closed', 'madeOn'],
]);

/** The same thing with hostile words before all words that people write. */
export function hostile<Thing>(thing: Thing, name = ''): Thing {
  if (typeof thing === 'string') return (NAMES.has(name) ? thing : `${HOSTILE}${thing}`) as Thing;
  if (Array.isArray(thing)) return thing.map((one) => hostile(one, name)) as Thing;
  if (typeof thing !== 'object' || thing === null) return thing;
  const fields = Object.entries(thing).map(([field, value]) => [field, hostile(value, field)]);
  return Object.fromEntries(fields) as Thing;
}
