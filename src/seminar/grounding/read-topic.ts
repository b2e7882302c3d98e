import { nameOf } from './subject-name.ts';
import { asWork, natureOf, type TopicNature } from './topic-nature.ts';

/** A topic, taken apart into what is worked on and how it goes wrong. */
export interface Topic {
  /** As the trainer wrote it. */
  readonly text: string;
  /** What is worked on, as a noun: 训前需求调研. */
  readonly subject: string;
  /** Subject and what ails it: 训前需求调研走过场; null where nothing is said to be wrong. */
  readonly trouble: string | null;
  /** The topic without what ails it: what policy text is looked up by. */
  readonly lookedUp: string;
  readonly nature: TopicNature;
}

/** Words that say that something goes badly; those of one character count at the end of a clause alone. */
const AILING =
  /走过场|走形式|流于形式|搞形式|形式化|(?:落实|执行|保障|覆盖|衔接)?不到位|不落实|落不了地|落不到实处|(?:难以)?落地难|(?:执行|推进|落实|开展|协调)难|难(?:执行|推进|落实|落地|开展|坚持)|(?:质量|效果|水平|比重|比例|参训率|积极性|针对性|实效性|吸引力|覆盖面|热情|兴趣)?(?:不高|不强|不足|不够用?|不深|不透|不实|不细|不准|不严|不顺|不畅|不均衡?|不大|不广|偏低|较低|偏少|偏弱|太少|太多|过多|过散)|(?:质量|效果|水平|比重|比例|参训率|积极性|覆盖面)[低差小弱]|缺乏|缺失|短缺|紧缺|紧张|薄弱|滞后|落后|老化|单一|陈旧|脱节|两张皮|跟不上|用不起来|用不上|用不好|派不出人?|走不开|不愿\S{0,4}|不想\S{0,4}|不敢\S{0,4}|留不住|引不进|请不来|讲不透|听不进|矛盾突出|问题突出|重\S{1,4}轻\S{1,4}|一刀切|一锅煮|大水漫灌|空转|碎片化|同质化|不解渴|不对路|不管用|没人\S{0,4}|没时间|[难慢低少弱差冷散虚松](?=$|[，,、；;。！!？?\s])/gu;

/** How people say it who do not write documents; also what the text is looked up by. */
const SAID_PLAINLY =
  /(?:太|较|很|比较)?多(?=$|[，,、])|(?:作用|效果|成效)?不明显|不(?:规范|及时|全|完整|准确|清|清楚|积极|主动|理想|重视|健全|合理|平衡|充分|统一|一致|好用|方便)(?=$|[，,、])|(?<=\S)不(?:了|动|下去|起来)(?=$|[，,、])|不到场|对不上|不对口|打瞌睡|刷课|挂机|代学|缺课|缺勤|迟到|早退|玩手机|(?:互相)?(?:请客|吃请|送礼)|聚餐|喝酒|(?:过|太|较|很)?重(?=$|[，,、])/gu;

/** How a topic is led in, and how it is led out; nothing of what it is about. */
const LEAD_IN =
  /^(?:关于|围绕|聚焦|针对|浅谈|试论|讨论|研讨|谈谈)?(?:如何|怎样|怎么|为什么|为何)?(?:才能)?(?:(?:进一步|切实|扎实|更好地?|有效|持续|大力|全面)(?=加强|推进|推动|做好|抓好|提高|提升|开展|改进|强化|落实))?(?:加强和改进|加强|推进|推动|做好|抓好|办好|搞好|提高|提升|开展|深化|改进|强化|破解|解决|落实好)?/u;
const LEAD_OUT =
  /(?:(?:(?:的)?(?:(?<!突出|热点|难点)问题|难题|困境|现状|对策|路径|思考|研究|建议|办法|举措))+|怎么办|怎么看|怎么抓|怎样抓|(?:怎么|怎样|如何)[^，,。？?]{0,12})[？?。]*$/u;

/** Shorter than this, what stands before the ailing words says nothing by itself. */
const SHORTEST_SUBJECT = 2;

export function readTopic(text: string): Topic {
  const clean = text.replace(/[\s。！!？?；;]+$/u, '').trim();
  const stripped = strip(clean);
  const first = stripped.split(/[，,；;。]/u)[0] ?? stripped;
  const ailing = ailmentOf(first);
  const before = first.slice(0, ailing?.index ?? first.length);
  const subject = withoutTail(before);
  const isNamed = [...subject].length >= SHORTEST_SUBJECT;
  const says = isNamed ? subject + first.slice(ailing?.index ?? first.length) : first;
  const trouble = ailing === undefined && !AILING_BEFORE.test(first) ? null : says;
  return {
    text: clean,
    subject: asWork(nameOf(isNamed ? subject : first, ailing?.[0] ?? '')),
    trouble,
    lookedUp: stripped.replace(AILING, ' ').trim() || stripped,
    nature: natureOf(clean),
  };
}

/** 多头调训 says in front what is wrong with 调训. */
const AILING_BEFORE = /^(?:多头|重复)(?=\S{2})/u;
function ailmentOf(text: string): RegExpExecArray | undefined {
  const found = [...text.matchAll(AILING), ...text.matchAll(SAID_PLAINLY)];
  return found.sort((one, other) => one.index - other.index)[0];
}

/** Names that begin as a lead-in does. */
const FIXED_NAME =
  /^(?:全面(?:从严治党|深化改革|依法治国|建设|建成|领导|推进乡村振兴)|深化改革|强化意识)/u;

/** Without 如何加强 in front and 的对策 behind, unless nothing would be left. */
function strip(text: string): string {
  const isName = FIXED_NAME.test(text);
  const rest = (isName ? text : text.replace(LEAD_IN, '')).replace(LEAD_OUT, '').trim();
  return [...rest].length >= SHORTEST_SUBJECT ? rest : text;
}

function withoutTail(text: string): string {
  // 基地 and 心得 are words of their own.
  return text.replace(/(?:[、，,的]|(?<!心)得|工作中|过程中|方面|环节)+$/u, '').trim();
}
