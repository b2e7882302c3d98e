import type { Asked } from '../asked.ts';
import type { Fault, ItemRule } from '../rule.ts';
import { areKindred, namedIn } from './aspects.ts';

/** Joins two things; not where it is part of a word (共和国、参与、涉及). */
const JOINS =
  /(?<![总缓温饱柔附])(?<!共(?=和国))和(?![谐平美睦解气缓善])|(?<![参给赋])与(?![会其否]|时俱进|此同时)|以及|(?<![以涉普提顾触波危论推企])及(?![时格其早至])|、|并且|而且|兼|(?<=[^一共])同(?=时间)/gu;
/** One thing is held against another: 培训内容与岗位需求的匹配程度. */
const RELATION =
  /^[^,。?、]{0,16}?(?:关联|相关|匹配|契合|结合|联系|一致|符合|衔接|差距|关系|比例|比重|平衡|区别|融合|对接|贴合|脱节|矛盾|冲突|之间|相比|适应|呼应|转化|对应|协同|吻合|同步|搭配|哪个|哪一个|差异)/u;
const JUDGES =
  /满意|评价|如何|怎么样|怎样|是否|吗[?。]?$|合理|合适|程度|打分|评分|有多|能否|好不好|帮助|同意/u;
/** 总体 of several that are named as examples asks for one judgement. */
const OVERALL = /总体|整体|综合|总的/u;
const INTERROGATIVE =
  /什么|哪[些个种类门方一几项位里]|多少|多[长久大]|几(?=[次门天个期年周小])|如何|怎样|怎么|是否|能否|有没有|有无|吗(?![^,。?])|何时|何地|谁(?!都)/u;
const CONDITION =
  /^(?:如果|若|如|假如|无论|不论|不管|只要|除|对于|关于|就|当|在|从|结合|根据|围绕|针对|面对|为了?|随着|请|按|自)/u;
const DOUBLE_VERB =
  /(?:是否|能否|可否|有没有|愿意|能够|会不会|曾)([^,。?]{1,20}?)(?:,|，)?(?:并且|而且|且|(?<![合一吞兼归])并(?![非不列重存行购轨]))([^,。?]{2,20})/u;
const BOTH = /(?:既|不仅|不但)[^,。?]{2,16},?(?:又|也|而且|还|更|并且)/u;

export const TWO_IN_ONE: ItemRule = {
  name: '一题两问',
  check: (asked) => {
    if (asked.type === 'section') return [];
    const fault =
      twoJoined(asked) ?? twoAsked(asked) ?? twoVerbs(asked) ?? twoStatements(asked) ?? null;
    return [...(fault === null ? [] : [fault]), ...optionsOfTwo(asked)];
  },
};

/** A和B under one judgement. */
function twoJoined(asked: Asked): Fault | null {
  const { bare } = asked;
  const isJudged =
    asked.type === 'scale-pair' ||
    asked.shape === 'scale' ||
    asked.shape === 'yes-no' ||
    asked.shape === 'frequency' ||
    (asked.type !== 'multiple' && asked.type !== 'ranking' && JUDGES.test(bare)) ||
    /满意|评价|打分|评分/u.test(bare);
  for (const clause of bare.split(/[,。?;:!]/u)) {
    for (const [left, right, joint] of jointsOf(clause)) {
      if (joint !== '、' && joint !== '以及' && RELATION.test(right)) continue;
      if (OVERALL.test(bare) && /等/u.test(clause)) continue;
      if (isPlaceOrCircumstance(left, right)) continue;
      const pair = isJudged
        ? (namedApart(left, right, asked) ??
          alikeInForm(left, right) ??
          objectsOf(left, right) ??
          subjectsOf(left, right) ??
          longPhrases(left, right, joint))
        : askedTogether(left, right, asked);
      if (pair !== null) return splitFault(asked, pair, joint);
    }
  }
  return null;
}

type Joint = readonly [left: string, right: string, joint: string];

function jointsOf(clause: string): Joint[] {
  return [...clause.matchAll(JOINS)].map((match) => [
    clause.slice(0, match.index),
    clause.slice(match.index + match[0].length),
    match[0],
  ]);
}

/** 在学习和工作中, 对党政机关和事业单位的…: where or for whom, and not what is judged. */
function isPlaceOrCircumstance(left: string, right: string): boolean {
  return (
    /在[^,]{1,10}$/u.test(left) && /^[^,的]{1,8}(?:中|里|上|时|方面|期间)(?!的|面)/u.test(right)
  );
}

type Pair = readonly [left: string, right: string];

/** Two aspects of a class, or two abilities, of different kinds on the sides of the joint. */
function namedApart(left: string, right: string, asked: Asked): Pair | null {
  const kinds = ['aspect', 'ability'] as const;
  for (const kind of kinds) {
    const before = namedIn(left, kind).at(-1);
    const after = namedIn(right, kind)[0];
    if (before === undefined || after === undefined || before.group === after.group) continue;
    if (left.length - before.end > 4 || /的$/u.test(left.slice(before.end))) continue;
    const lead = right.slice(0, after.start);
    if (after.start > 6 || /[的中]$/u.test(lead) || /是否|如何/u.test(lead)) continue;
    if (areKindred(left, right.slice(after.start))) continue;
    // 学习 or 研讨 that modify what follows are no second thing: 讨论和交流的时间.
    if (kind === 'ability' && asked.type !== 'scale-pair' && asked.shape === 'kinds') continue;
    return [`${left.slice(before.start)}`, right.slice(0, after.end)];
  }
  return null;
}

/** Two phrases built alike: 网络培训和面授培训, 写作能力与沟通能力. */
function alikeInForm(left: string, right: string): Pair | null {
  const one = lastPhrase(left);
  const other = firstPhrase(right);
  if (one.length < 3 || other.length < 3 || one.length > 10 || other.length > 10) return null;
  if (one === other || areKindred(one, other)) return null;
  const isAlike = one.slice(-2) === other.slice(-2) || one.slice(0, 2) === other.slice(0, 2);
  return isAlike && !/干部|人员|单位|部门|机关/u.test(one.slice(-2)) ? [one, other] : null;
}

/** 对A和B是否满意, 对A与B的评价: both are judged, whatever they are. */
function objectsOf(left: string, right: string): Pair | null {
  const one = /对([^对]{2,14})$/u.exec(left)?.[1];
  const other = /^([^,的]{2,10}?)(?:是否|的?(?:总体|整体)?(?:满意|评价|印象|感受)|感到|觉得)/u.exec(
    right,
  )?.[1];
  if (one === undefined || other === undefined) return null;
  const head = lastPhrase(one);
  if (head.length < 2 || areKindred(head, other) || /^您|自己|同/u.test(other)) return null;
  return [head, other];
}

/** 直接领导和同事是否支持: two subjects of one verb. */
function subjectsOf(left: string, right: string): Pair | null {
  const other = /^([^,的]{2,8}?)(?:是否|能否|如何|怎么样|怎样|好不好|够不够)/u.exec(right)?.[1];
  const one = lastPhrase(left);
  if (other === undefined || one.length < 2 || one.length > 10 || areKindred(one, other))
    return null;
  return [one, other];
}

/** 政治理论学习与业务知识更新: nobody joins two such phrases to name one thing. */
function longPhrases(left: string, right: string, joint: string): Pair | null {
  if (joint === '、' || joint === '兼') return null;
  const one = lastPhrase(left);
  const other = right.split(
    /是否|如何|怎|等|能否|有没有|(?:对|满意|吗|[?])|的?(?:总体|整体)?(?:满意|评价|掌握|了解|程度)/u,
  )[0] as string;
  if (one.length < 4 || other.length < 4 || one.length > 12 || other.length > 14) return null;
  return areKindred(one, other) ? null : [one, other];
}

/** 您希望的培训时间和地点是: the two are what is asked for. */
function askedTogether(left: string, right: string, asked: Asked): Pair | null {
  const before = namedIn(left, 'aspect').at(-1);
  const after = namedIn(right, 'aspect')[0];
  if (before === undefined || after === undefined || before.group === after.group) return null;
  if (before.end !== left.length || after.start > 2) return null;
  if (asked.type === 'text') return null;
  if (areKindred(left, right)) return null;
  const isEnd = /^(?:分别)?(?:是|为|有)?(?:什么|哪.{0,2}|多少|如何|怎样)?[?:]?$/u.test(
    right.slice(after.end),
  );
  return isEnd && !/等|方面/u.test(right)
    ? [left.slice(before.start), right.slice(0, after.end)]
    : null;
}

function lastPhrase(left: string): string {
  return (
    left
      .split(
        /的|是否|能否|有没有|是不是|提高了?|增强了?|对于?|您|关于|在|认为|觉得|本次|本期|此次|希望|提供|安排|和|与|、|及/u,
      )
      .at(-1)
      ?.trim() ?? ''
  );
}

function firstPhrase(right: string): string {
  return (
    right
      .split(/的|是否|如何|怎|等|是(?!非)|有(?!效)|对|能(?!力)|可|和|与|、|及|[?]/u)[0]
      ?.trim() ?? ''
  );
}

function splitFault({ text, item }: Asked, [left, right]: Pair, joint: string): Fault {
  const whole = `${left}${joint}${right}`;
  const at = text.indexOf(whole);
  const [one, other] = [left.trim(), right.trim()];
  const asTwo =
    at === -1 ? '' : `例如“${text.replace(whole, one)}”“${text.replace(whole, other)}”。`;
  const what = item.type === 'scale-pair' ? '一次评分' : '一个答案';
  return {
    message: `“${one}”和“${other}”是两件事，${what}答不了两件，答了也分不清说的是哪一件。`,
    mend: `拆成两道题，各问一件。${asTwo}`,
  };
}

/** Two questions in a row, or two interrogatives under one verb. */
function twoAsked(asked: Asked): Fault | null {
  const { bare, type } = asked;
  const together =
    /何时(?:、|和|与)?何地|(?:多少|几[次门天个])[^,。?]{0,6}[、和,]每[^,。?]{0,6}(?:多少|几|多长)[^,。?]*|[^,。?]{2,12}(?:和|与|、|及)[^,。?]{2,12}分别(?:是|为|有)[^,。?]*|是否[^。?]{2,20}[、,和与及]+[^。?]{0,8}是否[^,。?]*|(?:什么|哪些?|多少|几|何时)[^,。?]{0,8}(?:和|与|以及|、|及|,)(?:在|到|由|用)?(?:什么|哪|多少|多长|几|何|谁)[^,。?]*/u.exec(
      bare,
    );
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
    if (/^(?:其中|包括|例如|比如|特别是|尤其是)/u.test(second)) return null;
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
  const both = BOTH.exec(bare) ?? (shape === 'none' ? null : and);
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
  const pair = judgementsIn(bare);
  if (pair === null) return null;
  return {
    message: `“${pair[0]}”和“${pair[1]}”是两个判断，一个答案答不了两件事。`,
    mend: `拆成两道题：“${pair[0]}”“${pair[1]}”各一道。`,
  };
}

function optionsOfTwo({ options, type, scale }: Asked): Fault[] {
  if (type === 'scale-pair' || scale !== null) return [];
  const faults = options.flatMap((option): Fault[] => {
    const bare = option.replace(/\([^()]*\)/gu, '');
    const pair = judgementsIn(bare) ?? joinedAndJudged(bare);
    if (pair === null) return [];
    return [
      {
        message: `选项“${option}”里有“${pair[0]}”和“${pair[1]}”两件事，只合一件的人选不了。`,
        mend: `拆成两个选项：“${pair[0]}”“${pair[1]}”。`,
      },
    ];
  });
  return faults.slice(0, 3);
}

/** The aspects that people tell apart whatever they think of the others. */
const APART =
  /^(?:content|schedule|material|teacher|method|time|place|meals|lodging|network|transport|logistics|management|cost)$/u;
const PREDICATE =
  /好|差|高|低|强|弱|丰富|单一|陈旧|实用|合理|不足|不够|不便|太|偏|过|清楚|清晰|生动|枯燥|满意|一般|不合适|合适|便利|紧张|认真|到位|不强|脱节|适中|周到|紧凑|充实|新颖|扎实|热情|耐心|整洁|小|大|远|少|长|短|贵|慢|快/u;

function judgementsIn(text: string): Pair | null {
  const clauses = text.split(/[,;、]|而且|并且|同时|但是?|且/u).map((clause) => clause.trim());
  const judged = clauses.filter((clause, at) => {
    if (CONDITION.test(clause) && at < clauses.length - 1) return false;
    const [named] = namedIn(clause, 'aspect');
    return (
      named !== undefined &&
      APART.test(named.group) &&
      clause.length > named.end &&
      PREDICATE.test(clause.slice(named.end))
    );
  });
  const [one, other] = judged;
  if (one === undefined || other === undefined) return null;
  const groupOf = (clause: string) => namedIn(clause, 'aspect')[0]?.group;
  return groupOf(one) === groupOf(other) ? null : [one, other];
}

/** 时间和地点不合适. */
function joinedAndJudged(option: string): Pair | null {
  for (const [left, right, joint] of jointsOf(option)) {
    if (RELATION.test(right)) continue;
    const before = namedIn(left, 'aspect').at(-1);
    const after = namedIn(right, 'aspect')[0];
    if (before === undefined || after === undefined || before.group === after.group) continue;
    if (before.end !== left.length || after.start > 2 || joint === '兼') continue;
    if (!APART.test(before.group) || !APART.test(after.group)) continue;
    const predicate = right.slice(after.end);
    if (predicate.length < 1 || predicate.length > 6 || !PREDICATE.test(predicate)) continue;
    return [`${left}${predicate}`, right];
  }
  return null;
}
