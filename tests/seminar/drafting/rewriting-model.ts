import { fileURLToPath } from 'node:url';
import { readPrompts } from '../../../src/model/prompts.ts';
import type { CorpusIndex } from '../../../src/retrieval/index/open.ts';
import type { ImprovingParts } from '../../../src/seminar/drafting/improve-kit.ts';
import { type Rewriting, rewritings } from '../../../src/seminar/drafting/rewriting.ts';
import { type TestEndpoint, testEndpoint } from '../../model/test-endpoint.ts';
import type { ModelRequest, Reply } from '../../support/model-double/model-double.ts';
import { sentIn } from '../../support/model-script.ts';

const PROMPTS = fileURLToPath(new URL('../../../prompts', import.meta.url));

/** An endpoint with everything that rewrites a kit; all materials may leave. */
export async function rewritingEndpoint(
  index: CorpusIndex,
  care: Parameters<typeof testEndpoint>[0] = {},
): Promise<TestEndpoint & { readonly parts: ImprovingParts }> {
  const endpoint = await testEndpoint(care);
  const prompts = await readPrompts(PROMPTS, { rewritings }, ['seminar']);
  const parts = { chat: endpoint.chat, prompts, index, mayLeave: () => true };
  return { ...endpoint, parts };
}

/** The items that a request asks to rewrite, as they stand. */
export function askedIn(request: ModelRequest): Rewriting[] {
  return linesIn(request, '要改写的题目').map((line) => JSON.parse(line) as Rewriting);
}

/** What a request gives back to be mended; empty in a first turn. */
export function toMendIn(request: ModelRequest): { readonly id?: string }[] {
  return linesIn(request, '没有通过核对的改写').map((line) => JSON.parse(line) as { id?: string });
}

function linesIn(request: ModelRequest, heading: string): string[] {
  const user = sentIn(request).split('# User').at(-1) ?? '';
  const [, behind = ''] = user.split(new RegExp(`^${heading}（.*$`, 'mu'));
  const [block = ''] = behind.trim().split('\n\n');
  return block.split('\n').filter((line) => line.startsWith('{'));
}

/**
 * A model that gives back every item as it stands, but for some.
 *
 * @param first what it writes for them at first
 * @param then what it writes once it is told what was wrong; the same unless said
 */
export function rewriting(
  first: readonly Rewriting[],
  then: readonly Rewriting[] = first,
): (request: ModelRequest) => Reply {
  return (request) => {
    const own = toMendIn(request).length > 0 ? then : first;
    const questions = askedIn(request).map(
      ({ id, text, followUps, expected }) =>
        own.find((one) => one.id === id) ?? { id, text, followUps, expected },
    );
    return { kind: 'text', text: JSON.stringify({ questions }) };
  };
}
