import type { Variant } from '../order.ts';

/** Something that can be taught, with the words of an approved text that ask for it. */
export interface ContentItem {
  /** Begins the item's id, so it stays the same in every version. */
  readonly id: string;
  /** What importance and mastery are asked of. */
  readonly text: string;
  /** Where a group of people would say it otherwise. */
  readonly wording?: Partial<Readonly<Record<Variant, string>>>;
  /** Stands word for word in the approved text; an item whose anchor is not found is not asked. */
  readonly anchor: string;
  /** Topics and audiences that it is about. */
  readonly about: RegExp;
}

/** The content items that one chapter of the plan asks for. */
export interface ContentChapter {
  readonly items: readonly ContentItem[];
  /** Ids for each group of people where no topics were given, those that fit best first. */
  readonly usual: Readonly<Record<Variant, readonly string[]>>;
}
