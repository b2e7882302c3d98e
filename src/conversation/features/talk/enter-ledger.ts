import { type Concluded, type Entering, enters } from '../../../materials/ledger/enters.ts';
import type { CorpusIndex } from '../../../retrieval/index/open.ts';
import { decision, remark } from '../../blocks.ts';
import type { Occasion } from '../../feature.ts';
import { openIn } from '../../readable.ts';
import type { DraftBlock } from '../../reply.ts';
import type { Change } from '../../store.ts';

/** What is said of an entry below the answer, and what is kept of it. */
export interface Entry {
  readonly blocks: readonly DraftBlock[];
  readonly changes: readonly Change[];
}

const NO_ENTRY: Entry = { blocks: [], changes: [] };

/** Puts a question that was refused for want of text into the ledger. */
export async function enterLedger(
  concluded: Concluded,
  index: Pick<CorpusIndex, 'store'>,
  on: Occasion,
): Promise<Entry> {
  const entering = enters(concluded, openMaterialsOf(index));
  if (entering === null || isInSeminar(on)) return NO_ENTRY;
  const entered = await enteredBy(entering, on);
  if (entered === null) return NO_ENTRY;
  const { text, change } = entered;
  return {
    blocks: [
      remark(`已记入待答问题${howEntered(text, entering)}${whatFollows(on)}`),
      decision('待答问题', ['不记入', { kind: 'unask', text, cause: entering.cause }]),
    ],
    changes: [change],
  };
}

/**
 * A question as the ledger takes it from whoever speaks, without names and numbers of people; null
 * where it takes no more of them.
 */
export async function enteredBy(
  { text: question, cause, near }: Entering,
  on: Occasion,
): Promise<{ readonly text: string; readonly change: Change } | null> {
  const text = await masked(question, on);
  const asked = { text, cause, near, person: askerOf(on), at: on.now.toISOString() };
  if (!(await on.ledger.takes(asked))) return null;
  return { text, change: { of: 'ledger', change: { kind: 'ask-ledger', asked } } };
}

/** What was said in a seminar is nobody's question. */
export function isInSeminar({ state }: Pick<Occasion, 'state'>): boolean {
  return state.seminar !== null;
}

/** Where others read along nobody is told later that they have asked. */
export function askerOf({
  person,
  isPublic,
}: Pick<Occasion, 'person' | 'isPublic'>): string | null {
  return isPublic ? null : (person?.id ?? null);
}

/** Without names and numbers of people; what a text for everyone names stays. */
export async function masked(question: string, on: Occasion): Promise<string> {
  const { index, release } = await on.borrowIndex();
  try {
    return await on.maskQuestion(openIn(index), question);
  } finally {
    release();
  }
}

/** Of which materials places may be told to those who keep the ledger. */
export function openMaterialsOf({ store }: Pick<CorpusIndex, 'store'>): (id: string) => boolean {
  const open = new Set(
    store.materials().flatMap(({ id, openness }) => (openness === '公开' ? [id] : [])),
  );
  return (id) => open.has(id);
}

function howEntered(text: string, { text: question }: Entering): string {
  return text === question ? '，不显示提问人' : '，姓名、号码已隐去，不显示提问人';
}

/** The end of a sentence: what comes of a question in the ledger for whoever asked. */
export function whatFollows({ person, isPublic }: Pick<Occasion, 'person' | 'isPublic'>): string {
  if (isPublic) return '。';
  return person === null ? '；登录后提问的，可以收到答复。' : '；有答复会发消息。';
}
