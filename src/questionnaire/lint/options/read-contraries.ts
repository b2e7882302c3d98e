import type { Step } from './step.ts';

/** Words that are each other's contrary, with the good middle between them: 太长、合适、太短. */
const POLES = '长多高快深难大早紧重密满严远贵繁热强频';
const OTHER_POLES = '短少低慢浅易小晚松轻疏空宽近便简冷缺弱';
const TOO = /^(?:有点|有些|略|稍微?|明显|非常|较|比较)?(?:太|偏|稍|过于?|过)(.)/u;

/** Ways to go: 大幅增加、略有增加、保持不变、略有减少. */
const MORE =
  '增强|加重|增长|增加|增多|增大|提高|提升|上升|扩大|延长|提前|加强|加快|变多|变长|变大|变好|好转|进步';
const FEWER =
  '减轻|萎缩|减少|变少|缩小|降低|下降|回落|缩短|推迟|延后|减弱|放慢|变短|变小|变差|退步';
const BY =
  '(?:应该?|应当|可以?|希望)?(?:大幅度?|大大|略微|略有|略为|略|小幅|明显|显著|适当|稍微|稍有|稍|有所|进一步)?(?:地)?';
const MUCH = '(?:了|一些|一点|很多|许多|较多|不少)*';
const GOES_UP = new RegExp(`^${BY}(?:${MORE})${MUCH}$`, 'u');
const GOES_DOWN = new RegExp(`^${BY}(?:${FEWER})${MUCH}$`, 'u');

const MIDDLE =
  /^(?:比较|较|基本)?(?:适中|合适|适当|适宜|适度|正好|刚好|恰好|合理|恰当|差不多|持平)$|^(?:基本|大致)?(?:保持|维持)?(?:现状|不变|原样)$|^没有?(?:明显|什么|太大)?变化$/u;

/** Null where the options are not degrees to both sides of a middle. */
export function readContraries(options: readonly string[]): readonly Step[] | null {
  const sides = options.map(sideOf);
  if (!sides.includes(0) || !(sides.includes(1) || sides.includes(-1))) return null;
  if (sides.filter((side) => side !== null).length < options.length * 0.6) return null;
  return options.flatMap((option, at): Step[] => {
    const side = sides[at] ?? null;
    return side === null ? [] : [{ option, side, strength: /太|过/u.test(option) ? 3 : 1 }];
  });
}

function sideOf(option: string): Step['side'] | null {
  const pole = TOO.exec(option)?.[1];
  if (pole !== undefined && POLES.includes(pole)) return 1;
  if (pole !== undefined && OTHER_POLES.includes(pole)) return -1;
  if (GOES_UP.test(option)) return 1;
  if (GOES_DOWN.test(option)) return -1;
  return MIDDLE.test(option) ? 0 : null;
}
