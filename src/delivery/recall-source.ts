/** Begins the source of every mailing that tells people of quotes which have changed. */
export const RECALL_SOURCES = 'recall:';

/**
 * @param version that holds now, or held last
 * @param event what befell the material
 * @param mark of who is told of what
 */
export function recallSource(
  material: string,
  version: number,
  event: string,
  mark: string,
): string {
  return `${RECALL_SOURCES}${material}@${version}:${event}#${mark}`;
}

/** Such a message is a service message that nobody waits for: it keeps quiet hours and rest days. */
export function isRecall(source: string): boolean {
  return source.startsWith(RECALL_SOURCES);
}
