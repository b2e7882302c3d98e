import { createHash } from 'node:crypto';
import type { RecallCard } from '../schedule.ts';
import type { BankItem, RecallBank } from './bank.ts';

/**
 * What to ask now: from where one has just studied, what is due and then what is new; else what is
 * due anywhere, the longest due first; else anything new.
 *
 * @param cards by when they are due
 * @param near items of the place that was just studied
 * @param seed decides among new ones
 */
export function nextItem(
  bank: RecallBank,
  cards: readonly RecallCard[],
  near: readonly BankItem[],
  now: Date,
  seed: string,
): BankItem | null {
  const asked = new Set(cards.map(({ item }) => item));
  const isDue = new Set(
    cards.filter(({ due }) => due <= now.toISOString()).map(({ item }) => item),
  );
  const dueHere = near.find(({ id }) => isDue.has(id));
  if (dueHere !== undefined) return dueHere;
  const fresh = (items: readonly BankItem[]) =>
    anyOf(
      items.filter(({ id }) => !asked.has(id)),
      seed,
    );
  const newHere = fresh(near);
  if (newHere !== null) return newHere;
  for (const { item } of cards) {
    const due = isDue.has(item) ? bank.byId(item) : null;
    if (due !== null) return due;
  }
  return fresh(bank.all);
}

function anyOf(items: readonly BankItem[], seed: string): BankItem | null {
  const number = createHash('sha256').update(seed).digest().readUInt32BE(0);
  return items[number % Math.max(items.length, 1)] ?? null;
}
