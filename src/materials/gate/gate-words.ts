import type { GateFindings } from './findings.ts';
import type { Verdict } from './store.ts';

export const VERDICT_NAMES: Readonly<Record<Verdict, string>> = {
  first: '首次启用',
  passed: '通过',
  held: '没有通过，未启用',
  overruled: '没有通过，经管理员同意启用',
};

const AS_BEFORE = '答复仍按原有资料给出，已停用的资料不再引用。';

/** Whether answers must go on coming from the index before: what cannot be judged is not let through. */
export function isStopped({ worse, problem }: GateFindings): boolean {
  return worse.length > 0 || problem !== null;
}

/** Why an index was stopped, and what answers come from meanwhile. */
export function stoppedInWords({ asked, worse, problem }: GateFindings): string {
  return problem === null
    ? `资料有变动，把关没有通过，没有启用：${asked} 道把关题中有 ${worse.length} 道答得不如原来。${AS_BEFORE}`
    : `资料有变动，不能把关，没有启用：${problem}${AS_BEFORE}`;
}

/** How an index fared, in one line. */
export function countsInWords(findings: GateFindings): string {
  const { asked, worse, better, changed, failing, withoutBasis, problem } = findings;
  if (problem !== null) return '没有问把关题';
  const counts = [
    [worse.length, '答得不如原来'],
    [better.length, '比原来好'],
    [changed.length, '引文有变化'],
    [failing.length, '一直不合要求'],
    [withoutBasis.length, '依据已不在'],
  ] as const;
  const told = counts.flatMap(([count, what]) => (count > 0 ? [`${what} ${count} 道`] : []));
  return `把关题 ${asked} 道${told.length === 0 ? '，都合要求' : `，其中${told.join('，')}`}`;
}
