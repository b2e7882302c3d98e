/** Begins the source of every mailing that tells people of quotes which have changed. */
const RECALLS = 'recall:';
/** And of every one that tells people of an answer to what they asked long ago. */
const ANSWERS = 'answer:';

/** Begin the sources of service messages that nobody waits for: they keep quiet hours and rest days. */
export const UNHURRIED_SOURCES = [RECALLS, ANSWERS] as const;

/**
 * @param version that holds now, or held last
 * @param event what befell the material
 * @param mailing its id: who is told is known by what they were told of, so that none is sent twice
 */
export function recallSource(
  material: string,
  version: number,
  event: string,
  mailing: string,
): string {
  return `${RECALLS}${material}@${version}:${event}#${mailing}`;
}

/** @param mailing its id: who is told is known by what they asked, so that none is sent twice */
export function answerSource(topic: string, pair: string, mailing: string): string {
  return `${ANSWERS}${topic}:${pair}#${mailing}`;
}

export function isUnhurried(source: string): boolean {
  return UNHURRIED_SOURCES.some((beginning) => source.startsWith(beginning));
}
