import type { Asked } from '../asked.ts';
import { CONDITION, type Pair } from './joints.ts';

/** How things are said to be: whole words, which end a claim. */
const STATES = [
  '清晰|清楚|明确|准确|流畅|顺畅|稳定|美观|简洁|整洁|干净|安静|明亮|舒适|宽敞|齐全|完备|完善|及时|到位',
  '合适|适当|适中|合理|科学|规范|严格|严谨|公平|公正|透明|灵活|方便|便利|便捷|充分|充足|充裕|够用|足够|紧凑|宽松',
  '丰富|新颖|生动|有趣|扎实|实用|管用|有用|好用|好听|深入|透彻|全面|系统|前沿|贴切|恰当|典型|鲜活|易懂|好懂',
  '热情|耐心|周到|细致|认真|负责|敬业|专业|渊博|积极|主动|活跃|浓厚|融洽|可口|卫生|安全|重视|支持|满意|先进|一流|鲜明|突出|充实|精炼|精简|翔实|新鲜|优美|整齐|有序|高效|快捷|低廉|公道',
].join('|');
const CLAIM = new RegExp(
  `^[^,、]{1,10}?(?:(?:很|较|比较|足够|非常|够|不)?(?:${STATES})|(?:很|较|太|够|非常|十分|不)(?:高|强|好|大|新|足|快|全|深|广|多|长|远|近|准)|(?:讲|选|编|排|安排|设计|组织|准备|做|办|更新|处理|管|开|写|结合|贴|说|问|答)得[^,、]{1,6})$`,
  'u',
);
const LEAD =
  /^(?:请问)?(?:您|你)?(?:是否|是不是)?(?:觉得|认为|感到|感觉|同意|认同)?(?:本次|本期|这次|这期)?/u;
const ENDS = /(?:吗|呢|么|的评价是|吧)?[?。:]*$/u;

/** 画面清晰、时长合适吗: two claims that one answer must take together. */
export function twoClaims({ bare, shape, type }: Asked): Pair | null {
  if (shape !== 'yes-no' && shape !== 'scale' && type !== 'scale-pair') return null;
  const claims = bare
    .replace(ENDS, '')
    .replace(LEAD, '')
    .split(/[,、;]/u)
    .filter((part) => !CONDITION.test(part) && CLAIM.test(part));
  const [one, other] = claims;
  return one === undefined || other === undefined || one.length < 3 ? null : [one, other];
}

const BESIDES =
  /[,。;](?:另外|此外|除此之外|同时|还有|顺便|并(?:请|且)?(?:您)?(?:简要|一并)?(?:谈谈?|说说?|说明|写出?|列出|提出|指出|介绍|评价|推荐))(?!理由|原因|为什么|为何)[^。?]{3,}/u;

/** 请谈谈……，另外您对……: a second thing is asked for in the same breath. */
export function askedBesides({ bare, type }: Asked): string | null {
  if (type === 'section') return null;
  return BESIDES.exec(bare)?.[0].replace(/^[,。;]/u, '') ?? null;
}

/** One will, and two circumstances: 希望放在上半年、由高校承办吗. */
const TWO_WISHES =
  /(?:希望|愿意|喜欢|同意|赞成|支持|主张|倾向)[^,。?]{2,24}[、,](?:并且?|且)?(?:愿意|希望|喜欢|打算|由|在|放在|以|从|用|按|到|让|请|改为|改成|不再|同时)[^,。?、]{2,20}(?:吗|\?|$)/u;

const CHANGE = '(?:延长|缩短|增加|减少|取消|提高|降低|扩大|压缩|恢复|增设|开设|实行|建立)';
/** 同意延长学制、增加实践环节吗. */
const TWO_CHANGES = new RegExp(
  `(?:希望|愿意|同意|赞成|支持|主张)${CHANGE}[^,。?、]{1,12}[、,](?:并)?${CHANGE}[^,。?、]{1,12}(?:吗|\\?|$)`,
  'u',
);

export function twoWishes({ bare, shape }: Asked): string | null {
  if (shape !== 'yes-no' && shape !== 'scale') return null;
  return (TWO_WISHES.exec(bare) ?? TWO_CHANGES.exec(bare))?.[0].replace(/[?]$/u, '') ?? null;
}
