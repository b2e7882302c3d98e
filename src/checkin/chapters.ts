import type { Section } from '../text/outline.ts';
import { findPlaceReferences, placeKey } from '../text/references.ts';

/** A part of a material under one of its outermost headings, with the sections in it. */
export interface Chapter {
  /** 一, 五, 第三章. */
  readonly place: string;
  readonly heading: string;
  readonly sections: readonly { readonly place: string; readonly heading: string }[];
}

/** The parts of a material in their order; what stands before the first heading is none. */
export function chaptersOf(outline: readonly Section[]): Chapter[] {
  const chapters: { place: string; heading: string; sections: Chapter['sections'][number][] }[] =
    [];
  let open = '';
  for (const { place, headings } of outline) {
    const [outermost, ...below] = headings;
    if (outermost === undefined) continue;
    if (outermost !== open) {
      chapters.push({ place, heading: outermost, sections: [] });
      open = outermost;
    }
    const own = below.at(-1);
    if (own !== undefined) chapters.at(-1)?.sections.push({ place, heading: own });
  }
  return chapters;
}

/** The chapter that holds a place; null where none does. */
export function chapterAt(chapters: readonly Chapter[], place: string): Chapter | null {
  const found = chapters.find(
    (chapter) => chapter.place === place || chapter.sections.some((one) => one.place === place),
  );
  return found ?? null;
}

/** A place with its heading as people see it: `五（二）师资队伍建设`, `五、推进培训资源建设`. */
export function placeInWords(chapters: readonly Chapter[], place: string): string {
  const chapter = chapterAt(chapters, place);
  if (chapter === null) return place;
  const section = chapter.sections.find((one) => one.place === place);
  if (section !== undefined && chapter.place !== place) return place + section.heading;
  const isNumber = /^[一二三四五六七八九十]+$/u.test(place);
  return `${place}${isNumber ? '、' : ' '}${chapter.heading}`;
}

/** Headings shorter than this say too little to be told by. */
const SHORTEST_HEADING = 4;

/** The place that a person means: by its number, or by the words of its heading. */
export function findPlace(chapters: readonly Chapter[], text: string): string | null {
  const keys = findPlaceReferences(text).map(({ key }) => key);
  const places = chapters.flatMap(({ place, sections }) => [
    place,
    ...sections.map((one) => one.place),
  ]);
  const named = places.find((place) => keys.includes(placeKey(place) ?? place));
  if (named !== undefined) return named;
  const headed = chapters
    .flatMap(({ place, heading, sections }) => [...sections, { place, heading }])
    .filter(({ heading }) => heading.length >= SHORTEST_HEADING && text.includes(heading));
  return headed.sort((one, other) => other.heading.length - one.heading.length)[0]?.place ?? null;
}
