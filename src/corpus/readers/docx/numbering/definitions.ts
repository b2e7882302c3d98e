import type { Styles } from '../styles.ts';
import {
  childOf,
  childrenOf,
  isSwitchedOn,
  numberOf,
  settingOf,
  wholeNumber,
  type XmlElement,
} from '../xml-element.ts';

/** One level of a list, as `numbering.xml` has it. */
export interface ListLevel {
  readonly start: number;
  /** Such as `chineseCounting`; see {@link formatNumber}. */
  readonly format: string;
  /** Such as `第%1条`, where `%1` is the number of the first level. */
  readonly text: string;
  readonly suffix: 'tab' | 'space' | 'nothing';
  /** Numbers of the levels above are written in digits, whatever their own format. */
  readonly isLegal: boolean;
  /** After a paragraph of which level it starts again, counted from 1; null for any above it, 0 for none. */
  readonly restart: number | null;
  /** The style whose paragraphs stand at this level. */
  readonly styleId: string | null;
}

/** A list that paragraphs name by `w:numId`. */
export interface List {
  /** Lists of one abstract list go on with each other's numbers. */
  readonly abstractId: string;
  readonly levels: readonly ListLevel[];
  /** By the level: where this list begins again at its first paragraph. */
  readonly startOverrides: ReadonlyMap<number, number>;
}

export type Lists = (numId: number) => List | undefined;

export const DEEPEST_LEVEL = 8;
/** Links between lists and styles may go in circles; one is usual. */
const MOST_LINKS = 8;

const NO_LEVEL: ListLevel = {
  start: 0,
  format: 'decimal',
  text: '',
  suffix: 'tab',
  isLegal: false,
  restart: null,
  styleId: null,
};

export function readLists(part: XmlElement | undefined, styles: Styles): Lists {
  const lists = new Map<number, List | undefined>();
  const instances = byNumber(part, 'w:num', 'w:numId');
  const abstracts = byNumber(part, 'w:abstractNum', 'w:abstractNumId');

  /** By way of a style of lists, where the abstract list only names one. */
  const abstractOf = (numId: number, depth: number): XmlElement | undefined => {
    const abstract = abstracts.get(numberOf(instances.get(numId), 'w:abstractNumId') ?? -1);
    const link = settingOf(abstract, 'w:numStyleLink');
    if (abstract === undefined || link === undefined) return abstract;
    const linked = styles.listOf(link);
    if (linked === undefined || depth >= MOST_LINKS) return abstract;
    return abstractOf(linked, depth + 1) ?? abstract;
  };
  const listOf = (numId: number): List | undefined => {
    const instance = instances.get(numId);
    const abstract = abstractOf(numId, 0);
    if (instance === undefined || abstract === undefined) return undefined;
    const overrides = childrenOf(instance, 'w:lvlOverride');
    const levels = [
      ...childrenOf(abstract, 'w:lvl'),
      ...overrides.flatMap((one) => childrenOf(one, 'w:lvl')),
    ];
    return {
      abstractId: abstract.attributes['w:abstractNumId'] ?? '',
      levels: levelsOf(levels),
      startOverrides: new Map(
        overrides.flatMap((one) => {
          const level = wholeNumber(one.attributes['w:ilvl']);
          const start = numberOf(one, 'w:startOverride');
          return level === undefined || start === undefined ? [] : [[level, start] as const];
        }),
      ),
    };
  };
  return (numId) => {
    if (!lists.has(numId)) lists.set(numId, listOf(numId));
    return lists.get(numId);
  };
}

function byNumber(
  part: XmlElement | undefined,
  name: string,
  id: string,
): ReadonlyMap<number, XmlElement> {
  const elements = part === undefined ? [] : childrenOf(part, name);
  return new Map(elements.map((one) => [wholeNumber(one.attributes[id]) ?? -1, one]));
}

/** Of two definitions of a level the later one counts. */
function levelsOf(elements: readonly XmlElement[]): ListLevel[] {
  const levels = Array.from({ length: DEEPEST_LEVEL + 1 }, () => NO_LEVEL);
  for (const element of elements) {
    const at = wholeNumber(element.attributes['w:ilvl']);
    if (at !== undefined && at >= 0 && at <= DEEPEST_LEVEL) levels[at] = levelOf(element);
  }
  return levels;
}

function levelOf(element: XmlElement): ListLevel {
  const suffix = settingOf(element, 'w:suff');
  const format = childOf(element, 'w:numFmt')?.attributes;
  return {
    start: numberOf(element, 'w:start') ?? 0,
    format: (format?.['w:val'] === 'custom' ? format['w:format'] : format?.['w:val']) ?? 'decimal',
    text: settingOf(element, 'w:lvlText') ?? '',
    suffix: suffix === 'space' || suffix === 'nothing' ? suffix : 'tab',
    isLegal: isSwitchedOn(element, 'w:isLgl') ?? false,
    restart: numberOf(element, 'w:lvlRestart') ?? null,
    styleId: settingOf(element, 'w:pStyle') ?? null,
  };
}
