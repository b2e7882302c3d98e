/** Words by which official Chinese binds, leaves open and holds back; each with where it is another word. */

/** 探索 is a noun in 实践探索 and 探索精神, a verb elsewhere. */
const EXPLORES = /(?<!实践|理论|改革|创新|有益|先行|的)探索(?!性|精神|成果|经验|过程|工作经验|者)/u;
const ENCOURAGES = /(?<!给予|的|受到|表扬)(?:鼓励|提倡|倡导)(?!性|和支持力度|机制)/u;
/** 支持 is a noun in 财力支持, 支持系统 and 对…的支持, a verb at the head of what it governs. */
const SUPPORTS =
  /(?<!财力|人才|政策|资金|经费|智力|技术|财政|组织|服务|提供|给予|加大|强化|获得|得到|的|和|、)支持(?!力度|范畴|政策|体系|系统|平台|中心|服务|力量|保障|作用|措施|机制|性|[，。；、）”]|和|与|$)/u;
/** 可 before a verb permits; in 可靠, 可量化 and 可持续 it makes an adjective. */
const PERMITS =
  /(?<!不)可以(?!说|看出)|(?<![不认许宁无非尚才]|(?<!地)方)可(?!以|靠|能|行|控|观|见|贵|是|比|惜|谓|信|视|持续|量化|评价|追溯|操作|复制|替代|[^，。；]{1,3}的)(?=[\u4e00-\u9fff])|(?<!不)允许|(?:积极)?创造条件/u;

/** What leaves open whoever is spoken to: 探索, 鼓励, 支持 as a verb, 可以, 积极创造条件. */
export const OPENS: readonly RegExp[] = [EXPLORES, ENCOURAGES, SUPPORTS, PERMITS];

/** What an answer says of a statement that binds nobody. */
export const NOT_BINDING =
  /(?:不是|并非|并不|没有|未|不|无)[^，。；]{0,6}(?:硬性|强制|必须|刚性)|自愿|非强制|不作(?:统一)?要求|\b(?:may|encourag\w*|explor\w*|support\w*|voluntar\w*|optional\w*|allow\w*|permit\w*|not (?:required|mandatory|compulsory|obliged))\b/iu;
/** How an answer names the kind of a statement: 是鼓励性的, 属于探索事项. */
export const CALLED_OPEN =
  /(?:鼓励|探索|允许|许可|提倡|倡导|支持|指导|引导)性(?!学习)|探索(?:事项|阶段|任务)/u;

/** 应 before a verb; in 应用, 适应 and 相应 it is part of another word. */
const OUGHT =
  '应当|应该|(?<![不相适响反供感对回效呼顺报因答策照])应(?!征[兵入]|[用急对届聘邀变试答付有运激诉验景声。，；、的]|$)|(?<!响)应(?=用[好足活]|对[^，。；]{2,12}(?:给予|进行|予以|加强|开展))';
/** 要 before a verb; in 需要, 重要 and 要素 it is part of another word. */
const WANTED =
  '(?<![需主首重简纲紧扼摘提还不必概只想若将])要(?!素|点|求|义|闻|害|件|领|职|是|么|不要|紧|旨|不(?![得能可准]))';
/** 要求 as a verb, with whoever requires before it, or as what something is said to be. */
const REQUIRED =
  '(?:^|规划|文件|办法|条例|规定|方案|意见|通知|明确|原文|并|也|都|还|则)要求|要求(?=[各党干学单]|把|将)|(?<!不|不再|并不|没有)(?:是|属于|作为)[^，。；]{0,8}(?:要求|任务|义务)';

export const DEMANDS = new RegExp(
  `必须|务必|一律|严格|强制|硬性|只能|不得不|有(?:义务|责任)|义务|${OUGHT}|${WANTED}|(?<!必)须(?!知)|(?<!工作|学习|发展|实际|的|因|有)需要(?![的，。；、]|$)|${REQUIRED}|\\b(?:must|shall|should|required?|requires|mandatory|compulsory|obliged|obligat\\w*|ha(?:ve|s) to)\\b`,
  'iu',
);

/** A demand that stands behind what leaves open, in the same breath: 支持并要求. */
export const DEMANDS_BESIDES = /^[^，。；]*?(?:并[^，。；]{0,2}要求|必须|务必|一律|强制)/u;

/** Verbs with which a directive begins in an official text. */
export const DIRECTIVE =
  /^(?:[\u4e00-\u9fff]{0,2}地)?(?:对[^，。；]{1,16}(?:给予|予以|进行|加强|开展)|要|每|推行|推动|推进|推广|推出|推荐|出台|制定|完善|严格|严控|严禁|加强|加大|加快|健全|建立|建好|建设|落实|强化|优化|深化|开展|组织|实施|坚持|提高|提升|增强|做好|办好|用好|抓好|管好|确保|保证|规范|统筹|突出|注重|重视|把|将|防止|避免|杜绝|改进|改革|创新|培养|培训|打造|构建|形成|发挥|评选|开发|列入|纳入|实行|引导|定期|大力|全面|深入|持续|切实|分级|分类|采取|选派|指导|评估|督促)/u;

/** What takes from the strictness of a requirement. */
export const HEDGES =
  /原则上|尽量|尽可能|视情|酌情|力争|争取|有条件的|条件(?:允许|具备)|一般(?=[不应要安由在为按])/u;

/** What holds something back without forbidding it. */
export const RESTRAINS =
  /严控|严格控制|从严控制|控制|防止|避免|杜绝|限制|\b(?:strictly control\w*|restrict\w*|limit\w*|avoid\w*|prevent\w*)\b/iu;

/** A limit says how far a statement goes, not how strongly it binds. */
export const LIMIT = /不(?:得)?(?:超过|少于|低于|多于|高于)|至多|至少|最多|最少|以[上下]/u;
