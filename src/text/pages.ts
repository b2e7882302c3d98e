/** The number of the page that an offset stands on, counting from 1; null where there are no pages. */
export function pageAt(pages: readonly number[], offset: number): number | null {
  const page = pages.findLastIndex((start) => start <= offset);
  return page < 0 ? null : page + 1;
}

/** 第12页. */
export function pageInWords(page: number): string {
  return `第${page}页`;
}

/** A place as people cite it, with its page where that is known: 三（二），第12页. */
export function placeOnPage(place: string, page: number | undefined): string {
  if (page === undefined) return place;
  const isPage = /^(?:第\d+页)?$/u.test(place);
  return isPage ? pageInWords(page) : `${place}，${pageInWords(page)}`;
}
