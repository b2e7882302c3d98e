import type { Asked } from '../asked.ts';
import type { Fault, ItemRule } from '../rule.ts';
import { twoJoined } from './joined-things.ts';
import { CONDITION, JUDGES } from './joints.ts';
import { judgementsIn, optionsOfTwo } from './options-of-two.ts';
import { askedBesides, twoClaims, twoWishes } from './two-claims.ts';

const INTERROGATIVE =
  /什么|哪[些个种类门方一几项位里]|多少|多[长久大]|几(?=[次门天个期年周小人名位节场份本])|如何|怎样|怎么|是否|能否|有没有|有无|吗(?![^,。?])|何时|何地|谁(?!都)|(?<joined>[^有])不\k<joined>/u;
const DOUBLE_VERB =
  /(?:是否|能否|可否|有没有|愿意|能够|会不会|曾|支持|同意|赞成|打算|准备|允许)([^,。?]{1,20}?)(?:,|，)?(?:并且|而且|且|(?<![合一吞兼归])并(?![非不列重存行购轨]))([^,。?]{2,20})/u;
/** 关心您的学习并给予时间保障吗. */
const AND_DOES =
  /[^,。?]{4,}(?<![合一吞兼归])并(?![不非列重存行购轨没未举])[^,。?]{2,}(?:吗|\?|$)/u;
const ASKED_TWICE = /(?<one>[^有])不\k<one>[^。?]*、[^。?]*(?<two>[^有])不\k<two>[^,。?]*/u;
const BOTH =
  /(?:既|不仅|不但)[^,。?]{2,16},?(?:又|也|而且|还|更|并且)|[^,。?]{4,20},(?:也|还|又|同时|并且?|而且|且)[^,。?]{3,}|[^,。?]{4,20}同时[^,。?]{4,}/u;

/** Two that are asked for in one clause: 何时何地, A和B各多少, 由谁授课、在哪里上课. */
const TOGETHER = new RegExp(
  [
    '何时(?:、|和|与)?何地',
    '(?:多少|几[次门天个])[^,。?]{0,6}[、和,]每[^,。?]{0,6}(?:多少|几|多长)[^,。?]*',
    '[^,。?]{2,12}(?:和|与|、|及)[^,。?]{2,12}分别(?:是|为|有)[^,。?]*',
    '[^,。?]{2,12}(?:和|与|、|及|跟)[^,。?]{2,12}各(?:自)?(?:应当?|应该|可以?|大约|约)?(?:是|为|有|占|需|要|需要|用|用了|安排)?(?:多少|几|多[长久大])[^,。?]*',
    '是否[^。?]{2,20}[、,和与及]+[^。?]{0,8}是否[^,。?]*',
    '(?:什么|哪些?|多少|几|何时|谁)[^,。?、]{0,8}(?:和|与|以及|、|及|,)(?:(?:安排|放|设|定|开|办|持续|需要|占)?(?:在|到|由|用|以|请|采用)?)(?:什么|哪|多少|多长|几|何|谁)[^,。?]*',
  ].join('|'),
  'u',
);

export const TWO_IN_ONE: ItemRule = {
  name: '一题两问',
  check: (asked) => {
    if (asked.type === 'section') return [];
    const fault =
      twoJoined(asked) ??
      twoAsked(asked) ??
      twoVerbs(asked) ??
      twoStatements(asked) ??
      twoAtOnce(asked);
    return [...(fault === null ? [] : [fault]), ...optionsOfTwo(asked)];
  },
};

/** Two questions in a row, or two interrogatives under one verb. */
function twoAsked(asked: Asked): Fault | null {
  const { bare, type } = asked;
  const together = TOGETHER.exec(bare);
  const parts = bare
    .split(/[,;?。]|以及/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const asking = parts.filter((part, at) => {
    if (!INTERROGATIVE.test(part)) return false;
    // 如果…, 关于…: sets the scene for the clause that asks.
    return !(CONDITION.test(part) && at < parts.length - 1 && !/是否|有没有/u.test(part));
  });
  const [first, second] = asking;
  if (together === null && (first === undefined || second === undefined)) return null;
  if (together === null && second !== undefined) {
    if (type === 'text' && /^(?:为什么|为何|原因|请)/u.test(second)) return null;
    if (type !== 'number' && /^(?:其中|包括|例如|比如|特别是|尤其是)/u.test(second)) return null;
  }
  const words = together === null ? `${first}”和“${second}` : together[0];
  return {
    message: `一道题里问了两个问题：“${words}”，答的人只能顾上一个。`,
    mend:
      first !== undefined && second !== undefined
        ? `拆成两道题：“${first}？”“${second}？”；后一问只对一部分人成立的，加上显示条件。`
        : '拆成两道题，各问一件。',
  };
}

function twoVerbs({ bare, type, shape }: Asked): Fault | null {
  if (type === 'multiple' || type === 'ranking' || shape === 'kinds') return null;
  const found = DOUBLE_VERB.exec(bare);
  if (found !== null) {
    const [, one = '', other = ''] = found;
    return {
      message: `“${found[0]}”问了两件事，只做到一件的人答不了。`,
      mend: `拆成两道题，一道问“${one.trim()}”，一道问“${other.trim()}”。`,
    };
  }
  const and = /[^,。?]{2,12}(?<![况暂])且[^,。?]{2,12}/u.exec(bare);
  const both =
    BOTH.exec(bare) ??
    ASKED_TWICE.exec(bare) ??
    (shape === 'yes-no' ? AND_DOES.exec(bare) : null) ??
    (shape === 'none' ? null : and);
  if (both === null || !(JUDGES.test(bare) || shape === 'scale' || shape === 'yes-no')) return null;
  return {
    message: `“${both[0]}”把两个判断放在一起，只赞成一半的人答不了。`,
    mend: '拆成两道题，一道题只留一个判断。',
  };
}

/** 课程内容丰富，教师讲解清楚: two judgements that are to be agreed with at once. */
function twoStatements(asked: Asked): Fault | null {
  const { bare, shape, type } = asked;
  if (shape !== 'scale' && shape !== 'yes-no' && type !== 'scale-pair') return null;
  const pair = judgementsIn(bare) ?? twoClaims(asked);
  if (pair === null) return null;
  return {
    message: `“${pair[0]}”和“${pair[1]}”是两个判断，一个答案答不了两件事。`,
    mend: `拆成两道题：“${pair[0]}”“${pair[1]}”各一道。`,
  };
}

/** A second thing that comes along with the first. */
function twoAtOnce(asked: Asked): Fault | null {
  const words = askedBesides(asked) ?? twoWishes(asked);
  if (words === null) return null;
  return {
    message: `“${words}”里还有一件事，一个答案答不了两件。`,
    mend: '拆成两道题，各问一件。',
  };
}
