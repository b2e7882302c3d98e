import { z } from 'zod';
import type { CarefulFetch } from '../care/careful-fetch.ts';
import { failureWithin } from '../failures.ts';
import type { FailureKind } from '../model.ts';

const list = z.object({ data: z.array(z.object({ id: z.string() })) });

/** Failures that say nothing against an endpoint: not every one has such a list. */
const WITHOUT_LIST: readonly FailureKind[] = ['not-found', 'refused', 'server', 'malformed'];

/**
 * The models that an endpoint says it has; none where it has no such list.
 *
 * @throws ModelFailure where it cannot be reached or does not take the key
 */
export async function listModels(
  careful: CarefulFetch,
  baseUrl: string,
): Promise<readonly string[]> {
  try {
    const response = await careful.work(new AbortController().signal).fetch(`${baseUrl}/models`);
    const parsed = list.safeParse(await response.json());
    return parsed.success ? parsed.data.data.map(({ id }) => id) : [];
  } catch (error) {
    const failure = failureWithin(error);
    // What is no failure of the call is a body without JSON.
    if (failure === null || WITHOUT_LIST.includes(failure.kind)) return [];
    throw failure;
  }
}
