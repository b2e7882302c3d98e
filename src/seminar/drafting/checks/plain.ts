import { foldCharacters } from '../../../text/fold.ts';
import { type Check, cut, piecesOf } from './check.ts';

/** Everything that plain official Chinese is written with, letters apart. */
const PLAIN = /^[\p{Script=Han}〇0-9A-Za-z，。？；：、“”‘’「」『』《》〈〉（）〔〕—…·%％～/.-]*$/u;
const LETTERS = /[A-Za-z]+/gu;
/** 1. and — at the head of a line make a list of it. */
const LISTED = /^(?:[0-9]{1,2}[.、）]|[（(]?[一二三四五六七八九十]{1,2}[、）]|[-—·.])/u;
/** A model speaks of itself or of its work. */
const OWN_VOICE =
  /人工智能|语言模型|作为(?:一名)?(?:助手|模型)|抱歉|对不起|无法(?:改写|提供|回答|满足)|(?:以下|下面)是(?:改写|润色)|改写后|润色后|提示词|系统指令|好的，/u;
/** So many characters of another script are no slip. */
const FOREIGN_FORMS = 3;

/** Plain simplified Chinese: no markup, no list, no foreign word that was not there before. */
export const checkPlain: Check = (rewritten, _, { own, told, basis }) => {
  const known = [...own, ...told, ...basis.map(({ text }) => text)].join('\n');
  return piecesOf(rewritten).flatMap((piece) => {
    const foreign = (piece.match(LETTERS) ?? []).find((letters) => !known.includes(letters));
    if (OWN_VOICE.test(piece)) {
      return [{ rule: '不是题目', words: `“${cut(piece)}”：只写题目本身，不写说明。` }];
    }
    const isPlain = PLAIN.test(piece) && !LISTED.test(piece) && !isTraditional(piece);
    if (isPlain && foreign === undefined) return [];
    const advice = '只用简体汉字和中文标点，不用外文、标记、编号和换行。';
    return [{ rule: '不是规范中文', words: `“${cut(foreign ?? piece)}”：${advice}` }];
  });
};

function isTraditional(text: string): boolean {
  const han = [...text].filter((one) => /\p{Script=Han}/u.test(one));
  return han.filter((one) => foldCharacters(one) !== one).length >= FOREIGN_FORMS;
}
