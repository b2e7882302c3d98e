/**
 * How strongly a statement binds, told by its leading verb. `requires`: 要, 严控, 推行, 出台, 制定,
 * 完善, 严格执行 and plain imperatives; `permits`: 可以, 可按规定; `encourages`: 鼓励, 支持 (as a
 * verb), 积极创造条件; `explores`: 探索.
 */
export type Force = 'requires' | 'permits' | 'encourages' | 'explores';

/** For people, after 「…」. */
export const FORCE_NAMES: Record<Force, string> = {
  requires: '属于明确要求',
  permits: '属于允许性规定',
  encourages: '属于鼓励支持',
  explores: '属于探索事项',
};

/** 支持 is a verb only at the head of a statement: 培训支持力度 and 政策支持范畴 say nothing of force. */
const LEADING: readonly (readonly [RegExp, Force])[] = [
  [/^(?:积极|稳步|逐步|鼓励|支持)?探索/u, 'explores'],
  [/^(?:鼓励|提倡|倡导|支持(?!力度|范畴|政策)|积极创造条件)/u, 'encourages'],
  [/^[^，；。]{0,16}?(?:可以|可按|可根据|可结合|可在)/u, 'permits'],
];

/** @param statement a phrase or clause without what stands before its verb's subject */
export function forceOf(statement: string): Force {
  const text = statement.replace(/^[（(][^）)]{1,3}[）)]|^[“”‘’\s]+/u, '');
  for (const [pattern, force] of LEADING) if (pattern.test(text)) return force;
  return 'requires';
}
