/** Figures of one question: the ids found, best first, against the ids wanted. */
export interface RankedAnswer {
  readonly found: readonly string[];
  readonly wanted: readonly string[];
}

export interface RankingMetrics {
  readonly 'hit@1': number;
  readonly 'hit@3': number;
  readonly 'hit@5': number;
  readonly 'hit@10': number;
  readonly 'recall@10': number;
  readonly 'mrr@10': number;
  readonly 'ndcg@10': number;
}

/** Means over the questions, each from 0 to 1; zeros for no questions. */
export function rankingMetrics(answers: readonly RankedAnswer[]): RankingMetrics {
  const mean = (figure: (answer: RankedAnswer) => number): number =>
    answers.reduce((sum, answer) => sum + figure(answer), 0) / Math.max(1, answers.length);
  return {
    'hit@1': mean((answer) => hit(answer, 1)),
    'hit@3': mean((answer) => hit(answer, 3)),
    'hit@5': mean((answer) => hit(answer, 5)),
    'hit@10': mean((answer) => hit(answer, 10)),
    'recall@10': mean(recallAtTen),
    'mrr@10': mean(reciprocalRankAtTen),
    'ndcg@10': mean(gainAtTen),
  };
}

/**
 * Share of the unanswerable refused at the confidence below which one answerable question in
 * twenty would be refused too.
 */
export function refusedAtFivePercent(
  answerable: readonly number[],
  unanswerable: readonly number[],
): number {
  if (answerable.length === 0 || unanswerable.length === 0) return 0;
  const ascending = Float64Array.from(answerable).sort();
  const threshold = ascending[Math.floor(ascending.length * 0.05)] as number;
  return unanswerable.filter((confidence) => confidence < threshold).length / unanswerable.length;
}

/** The value below which the share of the values lies (nearest rank); 0 for none. */
export function quantile(values: readonly number[], share: number): number {
  const ascending = Float64Array.from(values).sort();
  return ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * share))] ?? 0;
}

function hit({ found, wanted }: RankedAnswer, depth: number): number {
  return found.slice(0, depth).some((id) => wanted.includes(id)) ? 1 : 0;
}

function recallAtTen({ found, wanted }: RankedAnswer): number {
  const top = found.slice(0, 10);
  const distinct = new Set(wanted);
  return [...distinct].filter((id) => top.includes(id)).length / Math.max(1, distinct.size);
}

function reciprocalRankAtTen({ found, wanted }: RankedAnswer): number {
  const position = found.slice(0, 10).findIndex((id) => wanted.includes(id));
  return position < 0 ? 0 : 1 / (position + 1);
}

// Every wanted passage gains 1; a gain at rank r counts 1 / log2(r + 1) (Järvelin, Kekäläinen 2002).
function gainAtTen({ found, wanted }: RankedAnswer): number {
  const discount = (position: number): number => 1 / Math.log2(position + 2);
  let gain = 0;
  for (const [position, id] of found.slice(0, 10).entries()) {
    if (wanted.includes(id)) gain += discount(position);
  }
  let best = 0;
  for (let at = 0; at < Math.min(10, new Set(wanted).size); at++) best += discount(at);
  return best === 0 ? 0 : gain / best;
}
