/** Begins the source of every mailing that tells people of quotes which have changed. */
export const RECALL_SOURCES = 'recall:';

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
  return `${RECALL_SOURCES}${material}@${version}:${event}#${mailing}`;
}

/** Such a message is a service message that nobody waits for: it keeps quiet hours and rest days. */
export function isRecall(source: string): boolean {
  return source.startsWith(RECALL_SOURCES);
}
