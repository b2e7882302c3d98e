import { UsageError } from '../../errors.ts';
import type { MaterialDetails } from '../../materials/material.ts';

/** Options that say what is registered of a material. */
export const DETAILS_OPTIONS = {
  title: { type: 'string' },
  issuer: { type: 'string' },
  edition: { type: 'string' },
  kind: { type: 'string' },
  openness: { type: 'string' },
  class: { type: 'string', multiple: true },
  from: { type: 'string' },
  to: { type: 'string' },
} as const;

export interface DetailsValues {
  readonly title?: string | undefined;
  readonly issuer?: string | undefined;
  readonly edition?: string | undefined;
  readonly kind?: string | undefined;
  readonly openness?: string | undefined;
  readonly class?: readonly string[] | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const KINDS: readonly string[] = ['政策文件', '方法参考'];
const OPENNESS: readonly string[] = ['公开', '内部'];

/**
 * What the options say; what they leave out is left out. An empty `--from` or `--to` takes the day away.
 *
 * @throws UsageError for a word that is none of those to choose from
 */
export function detailsOf(values: DetailsValues): Partial<MaterialDetails> {
  const { title, issuer, edition, kind, openness } = values;
  if (kind !== undefined && !KINDS.includes(kind)) throw wrong('--kind', KINDS);
  if (openness !== undefined && !OPENNESS.includes(openness)) throw wrong('--openness', OPENNESS);
  const details = {
    ...{ title, issuer, edition, kind, openness, classes: values.class },
    effective_from: values.from === '' ? null : values.from,
    effective_to: values.to === '' ? null : values.to,
  };
  return Object.fromEntries(
    Object.entries(details).filter(([, value]) => value !== undefined),
  ) as Partial<MaterialDetails>;
}

function wrong(option: string, words: readonly string[]): UsageError {
  return new UsageError(`${option} 请写${words.join('或者')}。`);
}
