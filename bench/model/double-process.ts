/** The model double in a process of its own, so that its work is nobody else's; prints its address. */
import { startModelDouble } from '../../tests/support/model-double/start-model-double.ts';
import { wholeDraft } from '../../tests/support/model-drafts.ts';

/** As many as embedding models of today give. */
const DIMENSIONS = 1024;

const double = await startModelDouble({ requests: 'forgets' });
double.answer((request) => {
  if (request.path !== 'embeddings') return wholeDraft(request);
  const texts = [request.body.input].flat();
  const vectors = texts.map(() => Array.from({ length: DIMENSIONS }, () => Math.random() - 0.5));
  return { kind: 'vectors', vectors };
});
console.log(double.url);
