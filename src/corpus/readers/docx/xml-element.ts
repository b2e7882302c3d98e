/** An element of a part; names have the usual prefixes (`w:p`), whatever the file calls them. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

export function elementsOf(parent: XmlElement): XmlElement[] {
  return parent.children.filter((child) => typeof child !== 'string');
}

export function childrenOf(parent: XmlElement, name: string): XmlElement[] {
  return elementsOf(parent).filter((child) => child.name === name);
}

export function childOf(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  );
}

/** The `w:val` of a child such as `<w:start w:val="1"/>`. */
export function settingOf(parent: XmlElement | undefined, name: string): string | undefined {
  return childOf(parent, name)?.attributes['w:val'];
}

/** A whole number; undefined for anything else. */
export function numberOf(parent: XmlElement | undefined, name: string): number | undefined {
  return wholeNumber(settingOf(parent, name));
}

export function wholeNumber(value: string | undefined): number | undefined {
  return value !== undefined && /^-?\d{1,9}$/u.test(value) ? Number(value) : undefined;
}

/** A switch such as `<w:vanish/>`: on without a value; undefined where it is not set. */
export function isSwitchedOn(parent: XmlElement | undefined, name: string): boolean | undefined {
  const child = childOf(parent, name);
  if (child === undefined) return undefined;
  return !['0', 'false', 'off'].includes(child.attributes['w:val'] ?? '1');
}

/** All elements of a name below one, in their order. */
export function* descendantsOf(parent: XmlElement, name: string): Generator<XmlElement> {
  for (const child of parent.children) {
    if (typeof child === 'string') continue;
    if (child.name === name) yield child;
    yield* descendantsOf(child, name);
  }
}

/** All words of an element, as they stand. */
export function wordsIn(node: XmlNode): string {
  return typeof node === 'string' ? node : node.children.map(wordsIn).join('');
}
