import { phrasesOf } from '../../text/sentences.ts';
import { sliceOf } from '../../text/span.ts';

/** What a phrase says of how strongly it binds; null where it has no word for that. */
export type Binding = 'binds' | 'leaves-open' | null;

/** A phrase of a text with its binding. */
export interface BoundPhrase {
  readonly text: string;
  readonly binding: Binding;
  /** It forbids: 不得, 严禁. */
  readonly bans: boolean;
  /** It holds something back: 严控, 防止, or forbids. */
  readonly restrains: boolean;
}

/** 探索 is a noun in 实践探索 and 探索精神, a verb elsewhere. */
const EXPLORES = /(?<!实践|理论|改革|创新|有益|的)探索(?!性|精神|成果|经验|过程|工作经验)/u;
const ENCOURAGES = /(?<!给予|的|受到|表扬)(?:鼓励|提倡|倡导)(?!性|和支持力度|机制)/u;
/** 支持 is a noun in 财力支持, 支持力度 and 对…的支持, a verb at the head of what it governs. */
const SUPPORTS =
  /(?<!财力|人才|政策|资金|经费|智力|技术|财政|组织|服务|提供|给予|加大|强化|获得|得到|的|和|、)支持(?!力度|范畴|政策|体系|保障|作用|措施|机制|[，。；、）”]|和|与|$)/u;
const PERMITS =
  /可以(?!说|看出)|(?<![不认许宁])可(?=按|根据|结合|由|采取|采用|通过|视|适当|将|把|与|用|使用|统筹|自行|酌情)|允许(?<!不允许)|(?:积极)?创造条件/u;
/** What an answer says of a statement that binds nobody. */
const NOT_BINDING =
  /(?:不是|并非|并不|没有|未|不|无)[^，。；]{0,6}(?:硬性|强制|必须|刚性)|自愿|非强制|\b(?:may|encourag\w*|explor\w*|voluntar\w*|optional\w*|allow\w*|permit\w*|not (?:required|mandatory|compulsory))\b/iu;

const DEMANDS =
  /必须|务必|一律|严格|强制|硬性|应当|应该|(?<![不相适响反供感对回])应(?=由|在|按|该|将|把|向|对|加|建|制|落|定|严|坚|注|做|当|纳|列|每|至|为)|(?<![需主首重简纲紧扼摘提还不])要(?!素|点|求|义|闻|害|件|领|职|是|么|不要|紧|旨)|须(?!知)|需要|要求(?=[各党干学单]|把|将)|明确要求|\b(?:must|shall|should|required?|requires|mandatory|compulsory|ha(?:ve|s) to)\b/iu;

/** Verbs with which a directive begins in an official text. */
const DIRECTIVE =
  /^(?:[\u4e00-\u9fff]{0,2}地)?(?:要|每|推行|推动|推进|推广|推出|推荐|出台|制定|完善|严格|严控|严禁|加强|加大|加快|健全|建立|建好|建设|落实|强化|优化|深化|开展|组织|实施|坚持|提高|提升|增强|做好|办好|用好|抓好|管好|确保|保证|规范|统筹|突出|注重|重视|把|将|防止|避免|杜绝|改进|改革|创新|培养|培训|打造|构建|形成|发挥|评选|开发|列入|纳入|实行|引导|定期|大力|全面|深入|持续|切实|分级|分类|采取|选派|指导|评估|督促)/u;

/** A phrase of an answer that begins a statement of its own. */
const OWN_SUBJECT = /是|则|而|也|都|均/u;

const BANS =
  /不得(?!少于|低于)|严禁|禁止|不准|不许|不允许|不可以|\b(?:must not|prohibit\w*|forbid\w*|banned)\b/iu;
const RESTRAINS =
  /严控|严格控制|从严控制|控制|防止|避免|杜绝|限制|\b(?:strictly control\w*|restrict\w*|limit\w*|avoid\w*|prevent\w*)\b/iu;

/**
 * The phrases of a text, each with how strongly it binds. A phrase that opens with no verb of its
 * own goes on with what governs the one before it: 鼓励高校发挥优势，参与培训 leaves both open.
 *
 * @param isSource in a source a statement without any such word directs; in an answer it says
 *   nothing, and what only names the subject of the next phrase is left out
 */
export function bindingsOf(text: string, isSource: boolean): BoundPhrase[] {
  const phrases = phrasesOf(text, { start: 0, end: text.length }).map((span) =>
    sliceOf(text, span),
  );
  let before: Binding = null;
  const bound = phrases.map((phrase): BoundPhrase => {
    const own = bindingOf(phrase);
    const isNew = !isSource && OWN_SUBJECT.test(phrase);
    const governs = own ?? (DIRECTIVE.test(phrase) ? 'binds' : isNew ? null : before);
    const binding = own === null && !isSource && governs === 'binds' ? null : governs;
    before = /[。；;！？]$/u.test(phrase) ? null : governs;
    const bans = BANS.test(phrase);
    return { text: phrase, binding, bans, restrains: bans || RESTRAINS.test(phrase) };
  });
  return bound.filter((phrase, at) => isSource || !isTopic(phrase, bound[at + 1]));
}

/** 学时互认机制，规划的提法是探索建立: what is only named first is bound by what is said of it next. */
function isTopic({ text, binding }: BoundPhrase, next: BoundPhrase | undefined): boolean {
  const isOpen = binding === null && !DIRECTIVE.test(text) && !/[。；;！？]$/u.test(text);
  return isOpen && next !== undefined && next.binding !== null;
}

function bindingOf(phrase: string): Binding {
  if (NOT_BINDING.test(phrase)) return 'leaves-open';
  const opens = [EXPLORES, ENCOURAGES, SUPPORTS, PERMITS].some((pattern) => pattern.test(phrase));
  if (opens) return 'leaves-open';
  return DEMANDS.test(phrase) ? 'binds' : null;
}
