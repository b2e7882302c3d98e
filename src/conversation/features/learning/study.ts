import { chapterAt, findPlace, placeInWords } from '../../../checkin/chapters.ts';
import type { LearningEntry } from '../../../checkin/entry.ts';
import type { PersonalOccasion } from '../../feature.ts';
import { studyMaterials } from './materials.ts';

/** What of an entry tells what was studied. */
export type Study = Pick<
  LearningEntry,
  'kind' | 'material' | 'place' | 'chapter' | 'studied' | 'classId'
>;

/** Null where the material or the place is no longer there. */
export async function studyAt(
  material: string,
  place: string,
  on: PersonalOccasion,
): Promise<Study | null> {
  const found = studyMaterials(await on.index()).find(({ id }) => id === material);
  const chapter = found === undefined ? null : chapterAt(found.chapters, place);
  if (found === undefined || chapter === null) return null;
  const studied = placeInWords(found.chapters, place);
  return { kind: 'place', material, place, chapter: chapter.place, studied, classId: null };
}

/** A line of one's own, with the place that it names where it names one. */
export async function studyInWords(text: string, on: PersonalOccasion): Promise<Study> {
  for (const { id, chapters } of studyMaterials(await on.index())) {
    const place = findPlace(chapters, text);
    if (place === null) continue;
    const words = placeInWords(chapters, place);
    const isPlaceAlone = text.length <= place.length + 4;
    return {
      ...{ kind: 'place', material: id, place },
      chapter: chapterAt(chapters, place)?.place ?? place,
      studied: isPlaceAlone ? words : text,
      classId: null,
    };
  }
  const nothing = { material: null, place: null, chapter: null, classId: null };
  return { kind: 'free', studied: text, ...nothing };
}
