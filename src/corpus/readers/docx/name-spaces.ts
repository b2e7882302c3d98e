const OPEN_XML = 'http://schemas.openxmlformats.org';
const STRICT = 'http://purl.oclc.org/ooxml';
const MICROSOFT = 'http://schemas.microsoft.com/office/word';

/** The usual prefix of each namespace that is read, by its two names (ECMA-376, transitional and strict). */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  [`${OPEN_XML}/wordprocessingml/2006/main`, 'w'],
  [`${STRICT}/wordprocessingml/main`, 'w'],
  [`${OPEN_XML}/officeDocument/2006/math`, 'm'],
  [`${STRICT}/officeDocument/math`, 'm'],
  [`${OPEN_XML}/officeDocument/2006/relationships`, 'r'],
  [`${STRICT}/officeDocument/relationships`, 'r'],
  [`${OPEN_XML}/drawingml/2006/main`, 'a'],
  [`${STRICT}/drawingml/main`, 'a'],
  [`${OPEN_XML}/drawingml/2006/wordprocessingDrawing`, 'wp'],
  [`${STRICT}/drawingml/wordprocessingDrawing`, 'wp'],
  [`${OPEN_XML}/drawingml/2006/picture`, 'pic'],
  [`${STRICT}/drawingml/picture`, 'pic'],
  [`${OPEN_XML}/drawingml/2006/chart`, 'c'],
  [`${STRICT}/drawingml/chart`, 'c'],
  [`${OPEN_XML}/drawingml/2006/diagram`, 'dgm'],
  [`${STRICT}/drawingml/diagram`, 'dgm'],
  [`${OPEN_XML}/markup-compatibility/2006`, 'mc'],
  [`${MICROSOFT}/2010/wordprocessingShape`, 'wps'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
]);
const TAKEN = new Set(PREFIXES.values());

/** Tells names as they are written from what they mean, by the prefixes in force. */
export class NameSpaces {
  readonly #outer: NameSpaces | null;
  readonly #prefixes: ReadonlyMap<string, string>;
  readonly #known = new Map<string, string>();

  constructor(outer: NameSpaces | null = null, prefixes: ReadonlyMap<string, string> = new Map()) {
    this.#outer = outer;
    this.#prefixes = prefixes;
  }

  /** Those in force within an element with these attributes. */
  within(attributes: Readonly<Record<string, string>>): NameSpaces {
    const declared = Object.entries(attributes).filter(([name]) => /^xmlns(?::|$)/u.test(name));
    if (declared.length === 0) return this;
    return new NameSpaces(
      this,
      new Map(declared.map(([name, space]) => [name.slice(6), usualPrefix(name.slice(6), space)])),
    );
  }

  /** The name with its usual prefix; one that is taken by another namespace becomes `?`. */
  nameOf(written: string): string {
    const known = this.#known.get(written);
    if (known !== undefined) return known;
    const colon = written.indexOf(':');
    const prefix = this.#prefixOf(colon === -1 ? '' : written.slice(0, colon));
    const local = written.slice(colon + 1);
    const name = prefix === '' ? local : `${prefix}:${local}`;
    this.#known.set(written, name);
    return name;
  }

  #prefixOf(written: string): string {
    return this.#prefixes.get(written) ?? this.#outer?.prefixOf(written) ?? written;
  }

  prefixOf(written: string): string {
    return this.#prefixOf(written);
  }
}

function usualPrefix(written: string, space: string): string {
  return PREFIXES.get(space) ?? (TAKEN.has(written) ? '?' : written);
}
