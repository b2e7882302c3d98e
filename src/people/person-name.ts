/** 王芳, 阿依古丽·买买提, John Smith. */
const NAME =
  /^(?:\p{Script=Han}{2,4}|\p{Script=Han}{1,12}(?:·\p{Script=Han}{1,12})+|[A-Za-z][A-Za-z .'-]{1,39})$/u;
const INTRODUCED = /^(?:我是|我叫|姓名\s*[:：]?)\s*/u;

/** The name that a text gives; null where it is something else, such as a question. */
export function readName(text: string): string | null {
  const name = text
    .normalize('NFKC')
    .trim()
    .replace(INTRODUCED, '')
    .replace(/[。.!！]$/u, '');
  const plain = /^[\p{Script=Han}\s]+$/u.test(name) ? name.replace(/\s+/gu, '') : name;
  return NAME.test(plain) ? plain : null;
}
