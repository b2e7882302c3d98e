import { plainOf } from '../asked.ts';
import { foldSynonyms } from '../options/synonyms.ts';

/** Ways to ask the same, each folded to one word. */
const ONE_WORD: readonly (readonly [RegExp, string])[] = [
  [/满意(?:程度|度|吗)|是否满意|满意不满意/gu, '满意'],
  [/师资/gu, '教师'],
  [/主讲|主要授课|任课/gu, ''],
  [/期望|期待|倾向于?|更?愿意|喜欢|偏好|想要?|中意/gu, '希望'],
  [/时间(?:多长|长短|长度)|多长时间|多少天|几天|天数|多久|持续时间|时长/gu, '时长'],
  [/(?:(?:一|每)(?:个|期|次)?)?(?:培训|集训|专题|脱产)?班次?|[一每][期次](?:培训)?/gu, '班'],
  [/持续时长/gu, '时长'],
  [/后勤(?:保障|服务)/gu, '后勤'],
  [/参训/gu, '参加培训'],
  [/几次|多少次|次数/gu, '次数'],
  [/过去([一两二三])年里?/gu, '近$1年'],
  [/难处|困难|障碍|问题/gu, '困难'],
  [/意见|建议|想法/gu, '建议'],
  [/途径|渠道|方式|形式|方法/gu, '方式'],
  [/妨碍|制约|阻碍|影响/gu, '影响'],
  [/因素|原因/gu, '原因'],
  [/得知|获知|了解到?|知道|知晓/gu, '知'],
  [/消息/gu, '信息'],
  [/撰写|起草/gu, '写作'],
  [/时候|时段/gu, '时间'],
  [/为难|头疼|棘手/gu, '困难'],
  [/来自哪里|是哪里的|由谁|由哪些人|哪类人/gu, '谁'],
];
/** Words that questions are made of, and say nothing of what is asked. */
const FRAME =
  /您|你|请问?|认为|觉得|希望|比较|采用|采取|通过|以何种|怎样|什么样|哪一?[些种个类项方]?面?|什么|如何|多少|最|更|目前|现在|一般|主要|所在|个人|本人|对于?|方面|进行|开展|安排|为好|为宜|适合|合适|适宜|恰当|还有|其他|的|是|了|有|吗|呢|为|于|以|将|能|会|应|才|就|都|办|个/gu;
/** What a subject of a scale pair may be called besides: 公文写作 and 机关公文的写作能力. */
const AROUND_SUBJECT =
  /^(?:机关|日常|常用|基层|基本|工作中|岗位)|(?:能力|水平|技能|知识|本领|方法|技巧|实务|素养|的基本要求)$/gu;

/** What is asked, without the words that questions are made of. */
export function coreOf(text: string, isSubject: boolean): string {
  const plain = foldSynonyms(plainOf(text, 200).replace(/\([^()]*\)|[^\p{L}\p{N}]/gu, ''));
  const folded = ONE_WORD.reduce((words, [from, to]) => words.replace(from, to), plain);
  const core = folded.replace(FRAME, '');
  if (!isSubject) return core;
  const bare = core.replace(AROUND_SUBJECT, '');
  return bare.length < 2 ? core : bare;
}
