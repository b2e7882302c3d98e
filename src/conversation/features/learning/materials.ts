import { type Chapter, chaptersOf } from '../../../checkin/chapters.ts';
import type { CorpusIndex } from '../../../retrieval/index/open.ts';

/** A material that can be studied place by place. */
export interface StudyMaterial {
  readonly id: string;
  readonly title: string;
  readonly chapters: readonly Chapter[];
}

/** Of each index that is open: its outlines never change. */
const known = new WeakMap<CorpusIndex, readonly StudyMaterial[]>();

/** Policy documents first, as they stand in the corpus. */
export function studyMaterials(index: CorpusIndex): readonly StudyMaterial[] {
  const found = known.get(index) ?? readMaterials(index);
  known.set(index, found);
  return found;
}

/** The one that was chosen, or the only one there is; null while there is a choice. */
export function chosenMaterial(
  materials: readonly StudyMaterial[],
  chosen: string | null,
): StudyMaterial | null {
  const found = materials.find(({ id }) => id === chosen);
  return found ?? (materials.length === 1 ? (materials[0] as StudyMaterial) : null);
}

function readMaterials({ store }: CorpusIndex): StudyMaterial[] {
  const materials = store.materials();
  const ordered = [
    ...materials.filter(({ kind }) => kind === '政策文件'),
    ...materials.filter(({ kind }) => kind !== '政策文件'),
  ];
  return ordered
    .map(({ id, title }) => ({ id, title, chapters: chaptersOf(store.outline(id)) }))
    .filter(({ chapters }) => chapters.length > 0);
}
