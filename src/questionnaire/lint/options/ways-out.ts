/**
 * Options that are no answer to what is asked, but let out whoever has none: 不适用, 没有参加过,
 * 说不清. They stand beside a scale, a yes and a no, or bands, and say nothing about how these are
 * built.
 */

/** What people have or have not done, or have or have not, before a question can concern them. */
const CONCERNS = [
  '参加|参训|参与|接受|接触|经历|体验|使用|用过|住|就餐|用餐|入住|乘坐|借阅',
  '听|看|读|学|上课|选|去|到过|来过|讲|收到|登录|注册|申请|提出|提交|报名',
  '规定|要求|布置|下达|安排|开展|组织|举办|设|办过|制定|配备|分配|建立|测算|评估',
  '担任|分管|主管|主持|带|承担|从事|挂职|驻村|借调|任职|授课',
  '轮岗|出国|出境|外出|导师|[^,]{1,8}经历$|这|此|该|相关|有关|(?:直接|直属)?(?:下属|部下|下级)|子女|孩子|配偶|徒弟|职称|账号|[^了]{1,8}过$',
].join('|');

const NOT_CONCERNED = new RegExp(
  `(?:从来?|尚|还|一直|都|均)?(?:没有?|未|不曾)(?:曾)?(?:${CONCERNS})|不(?:涉及|参加|参训|使用|分管|主管|主持|住|就餐|学习|看|听|处理|是[^、,]{2,}|在[^、,]{2,})`,
  'u',
);
const NO_WORD =
  /^(?:不适用|无法|难以(?:评价|判断|回答)|弃权|未涉及|无(?:此|相关|下属)|从未|从没|从不|0次|零次|我?参加了)/u;

const UNDECIDED =
  /^(?:不(?:确定|清楚|了解|好说|知道|一定|愿透露|便透露)|说不(?:清|准|好)|记不(?:清|得)|没(?:有)?(?:想好|考虑|印象)|(?:还|尚)(?:没有?|未)(?:想好|考虑|决定)|(?:要|需)?[视看](?!不|过|视)|依.{0,8}而定|无所谓|中立|难说|都(?:行|可以)$)/u;

/** 不适用, 没有参加过培训, 未使用过: whoever is not concerned can say so. */
export function isWayOut(option: string): boolean {
  const told = option.replace(/\([^()]*\)/gu, '');
  return NO_WORD.test(told) || NOT_CONCERNED.test(told);
}

/** 说不清, 记不清了, 视情况而定. */
export function isUndecided(option: string): boolean {
  return UNDECIDED.test(option);
}

const NOT = /^(?:都|均)?(?:还|尚|从)?(?:不必|不用|不该|不应|没有|没|不是|不|未曾?|非|无)/u;

/** 愿意 and 不愿意, 参加了 and 没有参加, 使用过 and 没有使用过, 有 and 没有. */
export function areContrary(one: string, other: string): boolean {
  const stem = (option: string) =>
    option.replace(/^(?:(?:都|均)?已经?|应该|应当|应|该)|[了过]$/gu, '');
  if (!NOT.test(other) || NOT.test(one)) return false;
  const denied = stem(other.replace(NOT, ''));
  const said = stem(one);
  return (
    denied === said ||
    (denied === '' && /^(?:有|是)$/u.test(said)) ||
    `有${denied}` === said ||
    said.replace('得', '') === denied
  );
}
