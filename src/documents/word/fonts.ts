/** Fonts of official papers. */
export const TITLE_FONT = '方正小标宋简体';
export const BODY_FONT = '仿宋';
export const HEADING_FONT = '黑体';
export const QUOTE_FONT = '楷体';
export const NUMBER_FONT = '宋体';

/** Sizes in half-points, by their Chinese names. */
export const SIZE = { 二号: 44, 三号: 32, 四号: 28, 小四: 24, 五号: 21, 小五: 18 } as const;

/** What a program takes where a machine lacks the font (ISO/IEC 29500-1, 17.8.3.1). */
const INSTEAD: Readonly<Record<string, string>> = {
  [TITLE_FONT]: 'FZXiaoBiaoSong-B05S, 方正小标宋_GBK, 华文中宋, STZhongsong, 宋体, SimSun',
  [BODY_FONT]: 'FangSong, 仿宋_GB2312, FangSong_GB2312, 方正仿宋_GBK, 华文仿宋, STFangsong',
  [HEADING_FONT]: 'SimHei, 方正黑体_GBK, 华文黑体, STHeiti',
  [QUOTE_FONT]: 'KaiTi, 楷体_GB2312, KaiTi_GB2312, 方正楷体_GBK, 华文楷体, STKaiti',
  [NUMBER_FONT]: 'SimSun, 华文宋体, STSong',
};

/** GB 2312, so that a program looks for another Chinese font and not for a Western one. */
const CHINESE = '86';

/** The part `word/fontTable.xml`: the library writes one for embedded fonts alone. */
export function fontTable(): string {
  const fonts = Object.entries(INSTEAD).map(
    ([name, instead]) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="${CHINESE}"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`;
}
