const SHORTEST_NAME = 2;

const IDENTITY_CARD = /(?<!\d)\d{6}(?:18|19|20)\d{2}\d{7}[\dXx](?!\d)|(?<!\d)\d{15}(?!\d)/gu;
const MOBILE = /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)/gu;
const LANDLINE = /(?<!\d)(?:0\d{2,3}[- ]?)\d{7,8}(?!\d)/gu;
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
/** Any long number may be one of an account or a card. */
const LONG_NUMBER = /(?<!\d)\d{8,}(?!\d)/gu;

/**
 * Makes of what somebody wrote what says neither who they nor who others are: without names of the
 * people of the records, numbers of telephones and cards, addresses of mail. Forms of full width are
 * read as plain ones. Names are put in order once, for many texts.
 */
export function identityMask(names: readonly string[]): (text: string) => string {
  const ordered = namesLongestFirst(names).map((name) => [name, spaced(name)] as const);
  return (text) => {
    const plain = text.replace(/[０-９＠．＋－Ａ-Ｚａ-ｚ]/gu, (form) => form.normalize('NFKC'));
    const masked = plain
      .replace(MAIL, '（邮箱已隐去）')
      .replace(IDENTITY_CARD, '（证件号已隐去）')
      .replace(MOBILE, '（电话已隐去）')
      .replace(LANDLINE, '（电话已隐去）')
      .replace(LONG_NUMBER, '（号码已隐去）');
    return ordered.reduce(
      (words, [name, apart]) =>
        words.replaceAll(name, '（姓名已隐去）').replaceAll(apart, '（姓名已隐去）'),
      masked,
    );
  };
}

/** So that 欧阳明月 is not left as 欧阳 and a mask. */
function namesLongestFirst(names: readonly string[]): readonly string[] {
  return [...new Set(names.map((name) => name.trim()))]
    .filter((name) => [...name].length >= SHORTEST_NAME)
    .toSorted((one, other) => other.length - one.length);
}

/** 张 三, as names of two signs are often written. */
function spaced(name: string): string {
  return [...name].join(' ');
}
