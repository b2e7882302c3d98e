import type { Actor } from '../../../materials/material.ts';
import type { Shelved } from '../../../materials/shelf.ts';
import { choices, lead } from '../../blocks.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import type { Change } from '../../store.ts';
import { materialBlocks } from './material-page.ts';
import { type NamedVersion, versionOf } from './opened-material.ts';

export function actorOf({ person }: Pick<PersonalOccasion, 'person'>): Actor {
  return { name: person.name, person: person.id };
}

/** What was done, and the version as it is now; where it was refused, why, and how it stands. */
export async function afterChange(
  shelved: Shelved,
  named: NamedVersion,
  on: PersonalOccasion,
  done: { readonly words: string; readonly changes?: readonly Change[] },
): Promise<FeatureReply> {
  if (shelved.kind === 'refused') return notDone(shelved.problem, named, on);
  return {
    placement: 'turn',
    changes: done.changes ?? [],
    blocks: [lead(done.words), ...(await materialBlocks(shelved.material, on))],
  };
}

/** Why nothing was done, with the version as it stands meanwhile. */
export async function notDone(
  problem: string,
  named: NamedVersion,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const now = await on.shelf.find(versionOf(named));
  const blocks: DraftBlock[] =
    now === null
      ? [choices('资料', ['资料管理', { kind: 'list-shelf', of: 'current', from: 0 }])]
      : await materialBlocks(now, on);
  return { placement: 'turn', blocks: [lead(problem), ...blocks] };
}
