import type { RecallItem } from './item.ts';

/** An item whose quote stands in an approved text now, with where that is. */
export interface BankItem extends RecallItem {
  /** Of the quote in the material's text, in UTF-16 units. */
  readonly start: number;
}

/** The recall questions that may be asked. */
export interface RecallBank {
  readonly all: readonly BankItem[];
  byId(id: string): BankItem | null;
  /** A place holds the places below it: 五 holds 五（一）. */
  inPlace(material: string, place: string): readonly BankItem[];
}

/**
 * Leaves out what was struck, and what no longer stands in its material word for word.
 *
 * @param textOf the approved text of a material; null where it has none
 */
export function createRecallBank(
  items: readonly RecallItem[],
  textOf: (material: string) => string | null,
): RecallBank {
  const all = items.flatMap((item): BankItem[] => {
    const start = item.struck ? -1 : (textOf(item.material)?.indexOf(item.quote) ?? -1);
    return start < 0 ? [] : [{ ...item, start }];
  });
  return bankOf(all);
}

export function bankOf(all: readonly BankItem[]): RecallBank {
  const known = new Map(all.map((item) => [item.id, item]));
  return {
    all,
    byId: (id) => known.get(id) ?? null,
    inPlace: (material, place) =>
      all.filter(
        (item) =>
          item.material === material &&
          (item.place === place || item.place.startsWith(`${place}（`)),
      ),
  };
}
