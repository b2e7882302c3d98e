import type { ShelvedMaterial, VersionOf } from '../../../materials/material.ts';
import { can } from '../../../people/abilities.ts';
import { canIn } from '../../../people/person.ts';
import { type FeatureReply, type PersonalOccasion, type SoonReplied, say } from '../../feature.ts';
import { mayRead } from '../../readable.ts';

const GONE = '没有找到这份资料的这个版本，可能已经放弃或者删除。发送“资料管理”可以查看现有的资料。';
const NOT_YOURS = '这份资料还没有批准，由上传的人和管理员办理，您不能查看。需要的，请联系管理员。';
const OF_OTHER_CLASSES = '这份资料只限指定班次使用，您不在其中。需要的，请联系管理员。';

/** A version as buttons name it. */
export interface NamedVersion {
  readonly material: string;
  readonly version: number;
}

export function versionOf({ material, version }: NamedVersion): VersionOf {
  return { id: material, version };
}

export function namedAs({ entry }: ShelvedMaterial): NamedVersion {
  return { material: entry.id, version: entry.version };
}

const NOT_HERE =
  '这是内部资料，内容不在这里显示。请登录网页，在“资料管理”中查看和办理；登记和状态在这里也能看。';

/** Whether the words of a version may go where the person speaks. */
export function mayShowWords({ entry }: ShelvedMaterial, on: PersonalOccasion): boolean {
  const reader = { person: on.person, channel: on.account.channel, isPublic: on.isPublic };
  const { openness } = entry;
  return mayRead({ openness, classes: [] }, reader, on.internalChannels);
}

/** Goes on with a version whose words the person may look at here. */
export function withWords(
  named: NamedVersion,
  on: PersonalOccasion,
  then: (material: ShelvedMaterial) => SoonReplied,
): Promise<FeatureReply> {
  return withMaterial(named, on, (material) =>
    mayShowWords(material, on) ? then(material) : say(NOT_HERE),
  );
}

/** Goes on with a version that the person may look at. */
export async function withMaterial(
  named: NamedVersion,
  on: PersonalOccasion,
  then: (material: ShelvedMaterial) => SoonReplied,
): Promise<FeatureReply> {
  const found = await on.shelf.find(versionOf(named));
  if (found === null) return say(GONE);
  const problem = problemOfReading(found, on);
  return problem === null ? then(found) : say(problem);
}

/** Goes on with a version whose words the person may look at here, and all others of theirs. */
export async function withMaterials(
  named: NamedVersion,
  on: PersonalOccasion,
  then: (material: ShelvedMaterial, all: readonly ShelvedMaterial[]) => SoonReplied,
): Promise<FeatureReply> {
  const all = await theirMaterials(on);
  return withWords(named, on, (material) => then(material, all));
}

export async function theirMaterials(on: PersonalOccasion): Promise<readonly ShelvedMaterial[]> {
  return (await on.shelf.list()).filter((one) => problemOfReading(one, on) === null);
}

/** All versions of one material that the person may look at, the last first. */
export async function versionsOf(
  material: string,
  on: PersonalOccasion,
): Promise<readonly ShelvedMaterial[]> {
  return (await theirMaterials(on)).filter(({ entry }) => entry.id === material);
}

/** The version that answers quote today; null where there is none. */
export function inForceOf(
  { entry }: ShelvedMaterial,
  all: readonly ShelvedMaterial[],
): ShelvedMaterial | null {
  return all.find((one) => one.entry.id === entry.id && one.standing === 'in-force') ?? null;
}

/** Whether somebody may change a version: they sent it, or they manage materials. */
export function isTheirs(
  { entry }: ShelvedMaterial,
  { person }: Pick<PersonalOccasion, 'person'>,
): boolean {
  if (can(person.role, 'manage-materials')) return true;
  return entry.steps.some((step) => step.did === 'add' && step.person === person.id);
}

function problemOfReading(material: ShelvedMaterial, on: PersonalOccasion): string | null {
  if (isTheirs(material, on)) return null;
  const { entry, standing } = material;
  if (standing === 'draft' || standing === 'submitted') return NOT_YOURS;
  const isOpen = entry.openness === '公开' || entry.classes.length === 0;
  const isOfTheirs = entry.classes.some((one) => canIn(on.person, 'prepare-material', one));
  return isOpen || isOfTheirs ? null : OF_OTHER_CLASSES;
}
