import type { CorpusIndex } from '../retrieval/index/open.ts';
import type { CommandContext } from './command.ts';

/** As people are answered: from what the gate has let through. */
export async function servingIndex({ app, output }: CommandContext): Promise<CorpusIndex> {
  await app.serving.serving(output.progress);
  const problem = await app.serving.fresh();
  if (problem !== null) output.note(problem);
  return app.serving.serving();
}
