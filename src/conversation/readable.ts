import { type BankItem, bankOf, type RecallBank } from '../checkin/recall/bank.ts';
import type { Person } from '../people/person.ts';
import type { CorpusIndex } from '../retrieval/index/open.ts';
import type { IndexedMaterial } from '../retrieval/index/store-schema.ts';
import { visibleIn } from '../retrieval/index/visible-in.ts';

/** Who reads, and where. */
export interface Reader {
  /** Null for a stranger. */
  readonly person: Person | null;
  readonly channel: string;
  /** Others read along. */
  readonly isPublic: boolean;
}

/** Whoever sits at the machine itself can read the files. */
const AT_THE_MACHINE = 'terminal';

/**
 * Whether a material may be shown: what is 公开 to anyone; what is 内部 to people of the house, in
 * private, by a channel that the operator lets carry it; and where it is of certain classes, to
 * their members, their trainers and administrators.
 *
 * @param internalChannels that carry 内部 materials
 */
export function mayRead(
  { openness, classes }: Pick<IndexedMaterial, 'openness' | 'classes'>,
  { person, channel, isPublic }: Reader,
  internalChannels: readonly string[],
): boolean {
  if (openness === '公开') return true;
  if (isPublic) return false;
  if (channel === AT_THE_MACHINE) return true;
  if (person === null || !internalChannels.includes(channel)) return false;
  if (classes.length === 0 || person.role === 'admin') return true;
  return person.memberships.some(({ classId }) => classes.includes(classId));
}

/** The index with the materials that a reader may be shown. */
export function readableIn(
  index: CorpusIndex,
  reader: Reader,
  internalChannels: readonly string[],
): CorpusIndex {
  return visibleIn(index, (material) => !mayRead(material, reader, internalChannels));
}

/** The index with what is for everyone: what goes on to others is made from nothing else. */
export function openIn(index: CorpusIndex): CorpusIndex {
  return visibleIn(index, ({ openness }) => openness !== '公开');
}

/** The recall questions of the materials that an index shows. */
export function recallIn(bank: RecallBank, { store }: CorpusIndex): RecallBank {
  const shown = new Set(store.materials().map(({ id }) => id));
  const isShown = ({ material }: BankItem) => shown.has(material);
  return bank.all.every(isShown) ? bank : bankOf(bank.all.filter(isShown));
}
