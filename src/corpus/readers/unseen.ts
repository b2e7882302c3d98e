/** Of width zero; a byte-order mark at the very beginning is none of them. */
const ZERO_WIDTH = /(?!^)\uFEFF|[\u00AD\u180E\u200B-\u200D\u2060-\u2064\u{E0000}-\u{E007F}]/gu;
/** They turn the direction of the text around them, so that it shows in another order than it is read. */
const DIRECTION = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** What whoever approves a text must know of the characters that nobody could see in it. */
export function doubtsOfUnseen(raw: string): string[] {
  const zeroWidth = raw.match(ZERO_WIDTH)?.length ?? 0;
  const direction = raw.match(DIRECTION)?.length ?? 0;
  return [
    ...(zeroWidth === 0
      ? []
      : [
          `原文中有看不见的零宽字符 ${zeroWidth} 个，已删去；这类字符可能用来夹带文字，请与原件核对。`,
        ]),
    ...(direction === 0
      ? []
      : [
          `原文中有改变文字方向的控制字符 ${direction} 个，已删去；原件显示的文字顺序可能与实际不同，请核对。`,
        ]),
  ];
}
