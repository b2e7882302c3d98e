/** A title to be set in 《》. */
export function withoutTitleMarks(title: string): string {
  return title.replace(/[《》]/gu, '');
}
