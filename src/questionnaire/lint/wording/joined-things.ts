import type { Asked } from '../asked.ts';
import type { Fault } from '../rule.ts';
import { areKindred, namedIn } from './aspects.ts';
import { JUDGES, jointsOf, type Pair, RELATION } from './joints.ts';
import {
  firstPhrase,
  isOneField,
  isOneIdea,
  isPlaceOrCircumstance,
  isWith,
  lastPhrase,
  TAKEN_TOGETHER,
} from './one-thing.ts';

/** 总体 of several that are named as examples asks for one judgement. */
const OVERALL = /总体|整体|综合|总的/u;

/** What is told to explain the thing that was named before. */
const FOR_INSTANCE = /^(?:包括|例如|比如|如(?!何|果)|含|即(?!将|使)|主要指|是指)/u;

/** 个人信息和数据的保护: both have one head, which is the subject. */
const HAS_HEAD = /^[^的]{2,}的[^的]{2,}$/u;

/** A和B under one judgement. */
export function twoJoined(asked: Asked): Fault | null {
  const { bare } = asked;
  const subjects = twoSubjects(asked);
  if (subjects !== null) return splitFault(asked, subjects, '以及');
  const isJudged =
    asked.type === 'scale-pair' ||
    asked.shape === 'scale' ||
    asked.shape === 'yes-no' ||
    asked.shape === 'frequency' ||
    (asked.type !== 'multiple' && asked.type !== 'ranking' && JUDGES.test(bare)) ||
    /满意|评价|打分|评分/u.test(bare);
  for (const clause of bare.split(/[,。?;:!]/u)) {
    if (FOR_INSTANCE.test(clause)) continue;
    for (const [left, right, joint] of jointsOf(clause)) {
      if (joint !== '、' && joint !== '以及' && RELATION.test(right)) continue;
      if (OVERALL.test(bare) && /等/u.test(clause)) continue;
      if (TAKEN_TOGETHER.test(right) || isOneIdea(lastPhrase(left), firstPhrase(right))) continue;
      if (isPlaceOrCircumstance(left, right) || isWith(left, right, joint)) continue;
      const isSubject = asked.type === 'scale-pair';
      if (isSubject && isOneField(left, right)) continue;
      const isOneSubject = isSubject && joint !== '以及' && HAS_HEAD.test(right);
      const pair = isOneSubject
        ? namedApart(left, right, asked)
        : isJudged
          ? (namedApart(left, right, asked) ??
            alikeInForm(left, right) ??
            objectsOf(left, right) ??
            subjectsOf(left, right) ??
            longPhrases(left, right, joint) ??
            knownBeside(left, right, asked) ??
            selfAndOthers(left, right, asked))
          : askedTogether(left, right, asked);
      if (pair !== null) return splitFault(asked, pair, joint);
    }
  }
  return null;
}

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
  const isAlike =
    one.slice(-2) === other.slice(-2) ||
    one.slice(0, 2) === other.slice(0, 2) ||
    (one.slice(-1) === other.slice(-1) && one.length === 3 && /[力性度感]$/u.test(one));
  return isAlike && !/干部|人员|单位|部门|机关/u.test(one.slice(-2)) ? [one, other] : null;
}

/** 公文的起草以及合同的审查 as one subject of a pair: each has a head of its own. */
function twoSubjects({ bare, type }: Asked): Pair | null {
  if (type !== 'scale-pair') return null;
  const [, one = '', comma, other = ''] =
    /^([^,;]{4,}?)([,;])?(?:以及|(?<=[,;])(?:和|与|及|还有))([^,;]{4,})$/u.exec(bare) ?? [];
  if (one === '' || areKindred(one, other)) return null;
  const haveHeads = HAS_HEAD.test(one) && HAS_HEAD.test(other);
  return comma !== undefined || haveHeads ? [one, other] : null;
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
  const other =
    /^([^,的]{2,8}?)(?:的(?:工作|服务|态度|质量|水平|能力|表现|配备|安排|作用))?(?:是否|能否|如何|怎么样|怎样|好不好|够不够)/u.exec(
      right,
    )?.[1];
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
  // 维护国家安全和社会稳定: one verb for both.
  if (DOES.test(one) && !DOES.test(other)) return null;
  return areKindred(one, other) ? null : [one, other];
}

const DOES =
  /^(?:维护|处理|推进|推动|促进|加强|坚持|贯彻|落实|学习|防范|化解|建设|执行|完善|健全|深化|保障|做好|开展|组织|运用|把握|统筹|正确|反对|发展|保护|应对|识别|掌握|了解)/u;

/** 谈心谈话, 信息公开: a subject by itself. */
function isWholeSubject(side: string): boolean {
  return /^[^、的和与及了]{4,6}$/u.test(side);
}

/** 公文写作、活动策划 as a subject of a pair: one is known to be a subject, so the other is another. */
function knownBeside(left: string, right: string, { type }: Asked): Pair | null {
  if (type !== 'scale-pair') return null;
  if (isWholeSubject(left) && !DOES.test(left) && isWholeSubject(right) && !areKindred(left, right))
    return [left, right];
  const before = namedIn(left, 'ability').at(-1);
  const after = namedIn(right, 'ability')[0];
  const isLeft = before !== undefined && before.start === 0 && before.end === left.length;
  const isRight = after !== undefined && after.start === 0 && after.end === right.length;
  if (!(isLeft || isRight) || left.length < 4 || right.length < 4) return null;
  return areKindred(left, right) || /[、的和与]/u.test(left + right) ? null : [left, right];
}

/** 您和您的同事对……的热情: one answers for oneself. */
function selfAndOthers(left: string, right: string, { shape }: Asked): Pair | null {
  if (shape !== 'scale' && shape !== 'yes-no') return null;
  if (!/(?:^|,)[您你]$/u.test(left) || /之间|一起|共同|[您你]/u.test(right.slice(2))) return null;
  const other = /^(?:[您你]的?)?(?:所在)?(?:同事|单位|下属|家人|领导|科室|部门|同学|班子)/u.exec(
    right,
  )?.[0];
  return other === undefined ? null : [left, other];
}

/** 您希望的培训时间和地点是: the two are what is asked for. */
function askedTogether(left: string, right: string, asked: Asked): Pair | null {
  const before = namedIn(left, 'aspect').at(-1);
  const after = namedIn(right, 'aspect')[0];
  if (before === undefined || after === undefined || before.group === after.group) return null;
  if (before.end !== left.length || after.start > 2) return null;
  if (asked.type === 'text') return null;
  if (areKindred(left, right)) return null;
  const isEnd =
    /^(?:(?:还|都)?(?:存在|有)(?:哪些|什么|的)?.{0,6}(?:问题|不足|困难)|(?:方面)?需要.{0,8})[?:]?$|^(?:分别)?(?:是|为|有)?(?:什么|哪.{0,2}|多少|如何|怎样)?[?:]?$/u.test(
      right.slice(after.end),
    );
  return isEnd && !/等|方面/u.test(right)
    ? [left.slice(before.start), right.slice(0, after.end)]
    : null;
}

function splitFault({ text, item }: Asked, [left, right]: Pair, joint: string): Fault {
  const whole = `${left}${joint}${right}`;
  const at = text.indexOf(whole);
  // What is quoted was left out of what the rules read.
  const said = (words: string) => words.replaceAll('“”', '').trim();
  const [one, other] = [said(left), said(right)];
  const asTwo =
    at === -1 ? '' : `例如“${text.replace(whole, one)}”“${text.replace(whole, other)}”。`;
  const what = item.type === 'scale-pair' ? '一次评分' : '一个答案';
  return {
    message: `“${one}”和“${other}”是两件事，${what}答不了两件，答了也分不清说的是哪一件。`,
    mend: `拆成两道题，各问一件。${asTwo}`,
  };
}
