/** A title to be set in 《》: marks inside it become 〈〉, as the rules of punctuation have it. */
export function withoutTitleMarks(title: string): string {
  return withoutOuterMarks(title).replace(/《/gu, '〈').replace(/》/gu, '〉');
}

/** Without the 《》 that enclose a title as a whole; those inside it stay. */
export function withoutOuterMarks(title: string): string {
  const inner = /^《(.*)》$/u.exec(title)?.[1];
  return inner === undefined || !isBalanced(inner) ? title : inner;
}

/** 《甲》和《乙》 is enclosed by no pair of marks. */
function isBalanced(words: string): boolean {
  let depth = 0;
  for (const character of words) {
    if (character === '《') depth++;
    if (character === '》') depth--;
    if (depth < 0) return false;
  }
  return depth === 0;
}
