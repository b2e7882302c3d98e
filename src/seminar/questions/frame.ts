/** 哪一步…哪一步: asked twice in one breath. */
const PAIRED = /哪一?(步|处|条|项|件|样|种|段|方|部分|个).*哪一?\1/u;
/** How a question sets out, such as 关于, 对照 or 各条. */
const OPENING = 2;

/** Whether two questions, heard one after the other, sound cut from the same cloth. */
export function isSameFrame(one: string, other: string): boolean {
  const opens = one.slice(0, OPENING) === other.slice(0, OPENING);
  return opens || (PAIRED.test(one) && PAIRED.test(other));
}
