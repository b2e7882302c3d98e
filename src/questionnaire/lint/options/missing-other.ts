import { isOther, type Questionnaire } from '../../questionnaire.ts';
import type { Asked } from '../asked.ts';
import type { Fault, ItemRule } from '../rule.ts';
import { onlySomeHave } from './only-some-have.ts';
import { asksOfKin, takenForGranted } from './taken-for-granted.ts';
import { isWayOut } from './ways-out.ts';

const TAKES_OTHERS =
  /^其[他它余]|请(?:注明|说明|填写)|另有|自填|以上(?:都|均|皆)|上述(?:都|均)|不在.{0,4}之列/u;
/** The list is all there is: the courses of this class, the groups of this class. */
const OF_THIS_CLASS =
  /(?:本次|本期|此次|这次|本班|这期)[^。?]{0,16}(?:课程|专题|环节|讲座|模块|单元|教学点|小组|场)/u;
const WHICH_OF_THEM = /哪[一几]?[门个场次些节讲]|最|排/u;
const REASONS = /原因|困难|渠道|问题|障碍|因素|不足/u;
/** Steps of what somebody has come to, the last or first of which is nothing. */
/** Statements of which one is the nearest. */
const ONE_OF_THESE =
  /(?:更|最)(?:接近|符合|认同|赞同|像)[^,。?]{0,8}哪|哪[一种个]{1,2}(?:说法|描述|情况|状态)?[^,。?]{0,4}(?:更|最)(?:接近|符合)/u;
const NONE_OF_THESE = /^(?:以上)?(?:都|均)(?:不|没)/u;
const KINDS_ASKED = /(?:最|主要)[^。?]{0,16}(?:哪(?!一?步)|谁|什么)|是什么|哪些/u;
const NOTHING = /^(?:不|未|没|尚未|暂不|暂无|从未|还没|无)/u;

/** Nobody who says so was taken for granted. */
const KNOWS_NOTHING = /不(?:清楚|了解|知道)/u;

export const MISSING_OTHER: ItemRule = {
  name: '缺少其他或不适用',
  check: (asked, questionnaire) => [
    ...lacksOther(asked),
    ...lacksNotApplicable(asked, questionnaire),
  ],
};

function lacksOther(asked: Asked): Fault[] {
  const { type, options, shape, bare, text } = asked;
  if (type !== 'single' && type !== 'multiple') return [];
  if (shape !== 'kinds' || options.some((option) => TAKES_OTHERS.test(option))) return [];
  if (options.length < 3 && !REASONS.test(bare)) return [];
  if (OF_THIS_CLASS.test(bare) && WHICH_OF_THEM.test(bare)) return [];
  if (ONE_OF_THESE.test(bare)) return [];
  // 下列……里的哪些, 都没有: no others are asked of.
  if (/下列|下面|以下/u.test(bare) && options.some((option) => NONE_OF_THESE.test(option)))
    return [];
  // The question names them: 供大于求还是供不应求.
  if (type === 'single' && options.length <= 4 && /还是/u.test(text)) return [];
  const ends = [options[0] ?? '', options.at(-1) ?? ''];
  if (
    type === 'single' &&
    !KINDS_ASKED.test(bare) &&
    !REASONS.test(bare) &&
    ends.some((end) => NOTHING.test(end))
  )
    return [];
  const list = options.slice(0, 8).join('、');
  return [
    {
      message: `选项“${shortList(options)}”列不全所有情况，不在其中的人只能乱选或者不选。`,
      mend: `在最后加上“其他（请注明）”：${list}${options.length > 8 ? '……' : ''}、其他（请注明）。`,
    },
  ];
}

function lacksNotApplicable(asked: Asked, questionnaire: Questionnaire): Fault[] {
  const { type, options, item } = asked;
  if (type === 'section' || type === 'text' || type === 'ranking' || item.showIf !== null)
    return [];
  if (type === 'scale-pair' || type === 'number') return [];
  const kin = type === 'multiple' ? null : asksOfKin(asked);
  const sure = kin ?? onlySomeHave(asked, questionnaire);
  const found = sure ?? (type === 'multiple' ? null : takenForGranted(asked));
  if (found === null) return [];
  if (
    options.some(
      (option) =>
        isWayOut(option) ||
        isOffScale(option, asked) ||
        KNOWS_NOTHING.test(option) ||
        isNothing(option) ||
        (asked.shape === 'kinds' && MET_NONE.test(option)),
    )
  ) {
    return [];
  }
  if (sure === null && asked.shape === 'kinds' && options.some(isOther)) return [];
  return [
    {
      message: `题目认定人人都有“${found}”里的经历，没有的人无从回答。`,
      mend: '加上选项“不适用（没有这项经历）”，或者先问有没有，再用显示条件只问有的人。',
    },
  ];
}

/** 没有轮岗经历 beside 很大 to 没有作用. */
function isOffScale(option: string, { scale }: Asked): boolean {
  if (scale === null || !/^(?:没有?|从?未|无|还没)..../u.test(option)) return false;
  return !scale.steps.some((step) => step.option === option);
}

function isNothing(option: string): boolean {
  return /^(?:0|零|无|没有?|从不)(?:次|$)/u.test(option);
}

/** 没有遇到困难 among kinds of difficulties; 没有收获 on a scale is an answer of those who were there. */
const MET_NONE =
  /^(?:以上|上述)?(?:都|均)?(?:没有?|未|无)(?:遇到|碰到|什么|明显|困难|问题|收获|缺|这|此)/u;

function shortList(options: readonly string[]): string {
  const first = options.slice(0, 4).map((option) => option.slice(0, 16));
  return `${first.join('、')}${options.length > 4 ? '等' : ''}`;
}
