import type { Action } from '../../../people/abilities.ts';
import { canIn, type TrainingClass } from '../../../people/person.ts';
import type { Occasion } from '../../feature.ts';

export type FoundClass =
  | { readonly ok: true; readonly class: TrainingClass }
  /** `several`: all that it may mean; none where it means no class of theirs. */
  | { readonly ok: false; readonly problem: string; readonly several: readonly TrainingClass[] };

/**
 * The class that a person means, among those for which they may do what they ask for.
 *
 * @param name whole or in part; empty for the only one
 */
export async function findClass(
  name: string,
  action: Action,
  on: Pick<Occasion, 'people' | 'person'>,
): Promise<FoundClass> {
  const theirs = (await on.people.classes()).filter(({ id }) => canIn(on.person, action, id));
  const wanted = name.replace(/\s/gu, '');
  const exact = theirs.filter((one) => one.name.replace(/\s/gu, '') === wanted);
  const found = exact.length > 0 ? exact : theirs.filter((one) => one.name.includes(wanted));
  const [only, ...others] = found;
  if (only === undefined) {
    const problem = '没有找到您说的班次，或者您不能办理它的这项事务。发送“我的班次”可以查看。';
    return { ok: false, problem, several: [] };
  }
  if (others.length === 0) return { ok: true, class: only };
  const names = found.slice(0, 5).map((one) => `“${one.name}”`);
  const problem = `有几个班次都对得上：${names.join('、')}。请写明是哪一个。`;
  return { ok: false, problem, several: found };
}
