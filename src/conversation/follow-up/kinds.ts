/** How a text leans on the question before it. */
export type FollowUp =
  /** 那市县两级呢: the same question about something else. */
  | { readonly kind: 'replace'; readonly by: string }
  /** 它由谁负责, 这项工作怎么做: a pronoun stands for the topic. */
  | { readonly kind: 'pronoun'; readonly before: string; readonly after: string }
  /** 由谁牵头, 多久一次: what is asked is there, what it is about is not. */
  | { readonly kind: 'bare'; readonly asks: string };

/** Longer texts say for themselves what they are about. */
const LONGEST_REPLACEMENT = 16;
export const LONGEST_FOLLOW_UP = 26;

export const ASKING =
  /怎么样|怎么办|怎么|怎样|如何|咋|为什么|什么时候|什么|啥|哪[一几]?[个些项条类种家级年月天里]?|多少[名个人项期门种]?|多久|多长时间|几[个名项年月天次门类种级]|由?谁|(?<verb>\p{Script=Han})不\k<verb>|何时|是否|是不是|能不能|可不可以|有没有|吗|么(?=$)/u;

export const OPENING = /^(?:那么|那|然后|还有|另外|再|请问|麻烦|问一下|想问一?下?|[，,\s])+/u;
const OPENS_REPLACEMENT = /^(?:那么|那|换成|换|如果是?|要是|假如是?|至于|还有)/u;
const REPLACEMENT_WORDS =
  /^(?:那么|那|换成|换作|换|如果是|如果|要是|假如是|至于|对于|关于|还有|对|[，,\s])+/u;
const REPLACEMENT_END = /(?:的话)?(?:方面)?(?:呢|怎么样|又如何|又怎么样|怎么说)?$/u;

/** 这个规划 and 该文件 name their thing; 这项工作 does not. */
const PRONOUN =
  /(?:它们|他们|它|上述|此项|(?:这|那|该|此)(?:[项个些种类件])?(?!规划|文件|通知|办法里|资料|条例|意见|次|里|么|样|是|方面的)(?:工作|制度|机制|办法|计划|规定|要求|任务|事情|事|培训|班|课程|标准|活动|工程)?)/u;

/** 这笔钱, 这些课: what is named belongs to the topic before. */
const OPENS_WITH_PRONOUN =
  /^(?:它们?|这(?:个|些|项|种|类|笔|里头?|件|套|门|块)|那(?:个|些|项|种|笔)|其)(?!规划|文件|通知|资料|条例|意见|次|么|样|年|几年|他|它|中|实|余|次)/u;

/** Words that name no topic of their own. */
const GENERIC = anyOf(
  `讲 授课 评 具备 达到 起到 实现 条件 效果 结果 适用于 适用 针对 面向 累计 一共 总共 具体 一般 主要 应该 应当 应 需要 需 又 还 都 要 得 会 是 有 由 来 去
   在 向 对 把 让 给 被 的 了 着 和 、 负责 牵头 落实 组织 实施 执行
   承担 主管 开展 推进 推动 推行 完成 进行 操作 做 办 搞 弄 管理 管 考核
   评估 检查 监督 保障 安排 解决 处理 要求 规定 标准 措施 办法 方法 方式
   做法 途径 步骤 程序 流程 目标 目的 任务 内容 重点 时间 时限 期限 期 部门
   单位 机构 地方 范围 对象 条件 作用 意义 原因 例外 比例 数量 次数 频率
   一次 一回 一遍 次 回 人 可以 能 必须 强制 硬性 允许 报 审批 批准 备案
   开始 截止 结束 到底 究竟 谁 里`,
);
/** 怎么考核 leans on the question before it, 考核怎么搞 brings its own topic. */
const OPENS_BARE = /^[由具一主应需要有是在可能必多几怎如咋为什何啥哪谁归靠该又还得会适针面累共总]/u;
const PUNCTUATION = /[\s，,。.？?！!；;：:、~～…]+/gu;

/** How a text follows up, or null where it stands alone. */
export function readFollowUp(raw: string): FollowUp | null {
  const text = raw.trim().replace(/[\s，,。.？?！!；;~～…]+$/u, '');
  if ([...text].length > LONGEST_FOLLOW_UP) return null;
  return readReplacement(text) ?? readPronoun(text) ?? readBare(text);
}

function readReplacement(text: string): FollowUp | null {
  if (!OPENS_REPLACEMENT.test(text) && !text.endsWith('呢')) return null;
  const by = text.replace(REPLACEMENT_WORDS, '').replace(REPLACEMENT_END, '').replace(/的$/u, '');
  const isName = by !== '' && [...by].length <= LONGEST_REPLACEMENT && !ASKING.test(by);
  return isName && !saysSomething(by) && !isBare(by) && !startsWithPronoun(by)
    ? { kind: 'replace', by }
    : null;
}

/** A clause with a modal verb makes a statement, a mere name does not. */
function saysSomething(text: string): boolean {
  return /可以|能够|能用|必须|应当|应该|需要|不[能得要用可]|没|未/u.test(text);
}

function startsWithPronoun(text: string): boolean {
  return new RegExp(`^${PRONOUN.source}$`, 'u').test(text);
}

function readPronoun(text: string): FollowUp | null {
  const plain = text.replace(OPENING, '');
  const match =
    PRONOUN.exec(plain) ?? (/^其(?!他|它|中|实|余|次)/u.exec(plain) as RegExpExecArray | null);
  if (match === null) return null;
  const [before, after] = [plain.slice(0, match.index), plain.slice(match.index + match[0].length)];
  // What else it says must be what is asked, not another topic.
  if (isBare(before + after)) return { kind: 'pronoun', before, after };
  const [opening] = OPENS_WITH_PRONOUN.exec(plain) ?? [];
  const rest = plain.slice(opening?.length ?? 0);
  return opening !== undefined && rest !== ''
    ? { kind: 'pronoun', before: '', after: `，${rest}` }
    : null;
}

function readBare(text: string): FollowUp | null {
  const asks = text.replace(OPENING, '').replace(/呢$/u, '');
  return ASKING.test(asks) && OPENS_BARE.test(asks) && isBare(asks) ? { kind: 'bare', asks } : null;
}

/** The longest first, so that 要求 is not taken for 要. */
function anyOf(words: string): RegExp {
  const sorted = words.split(/\s+/u).toSorted((one, other) => other.length - one.length);
  return new RegExp(sorted.join('|'), 'gu');
}

/** What asks, and nothing that it asks about. */
export function isBare(text: string): boolean {
  return ownWords(text) === '';
}

/** A text without the words that ask and those that could be said of anything. */
export function ownWords(text: string): string {
  const asking = new RegExp(ASKING.source, 'gu');
  return text.replace(asking, '').replace(PUNCTUATION, '').replace(GENERIC, '');
}
