/**
 * What kind of thing a topic is about: a principle is learnt, kept to and carried out; a strategy of
 * the state or political work is worked on; neither is designed anew, weighed against a convenience
 * or stopped. Everything else is ordinary work, of which anything may be asked.
 */
export type TopicNature = 'principle' | 'strategy' | 'work';

const NUMERAL = '[一二三四五六七八九十]+';

const PRINCIPLES = new RegExp(
  [
    '习近平[^，。]*?(?:思想|重要论述|重要讲话精神|重要指示批示精神)',
    '党的创新理论|党的基本(?:理论|路线|方略)|马克思(?:列宁)?主义|科学社会主义',
    '[“"]?两个(?:确立|维护|结合)[”"]?|[“"]?四个(?:意识|自信|全面)[”"]?|[“"]?三个代表[”"]?',
    `党的${NUMERAL}大(?:和${NUMERAL}届${NUMERAL}中全会)?精神|(?:党的)?${NUMERAL}届${NUMERAL}中全会精神`,
    '(?:中央)?八项规定(?:及其实施细则)?(?:精神)?|党的(?:全面|集中统一)?领导|(?:全面)?从严治党|党章|党规党纪',
    '(?:铸牢)?中华民族共同体意识|社会主义核心价值观|(?:伟大)?建党精神|中国共产党人精神谱系',
    '政治纪律|政治规矩|政治忠诚|政治判断力|政治领悟力|政治执行力|民主集中制|理想信念|党的宗旨',
    '总体国家安全观|人类命运共同体|正确(?:权力观|政绩观|事业观)',
  ].join('|'),
  'u',
);

const STRATEGIES =
  /乡村(?:全面)?振兴|脱贫攻坚|中国式现代化|高质量发展|新发展理念|新发展格局|新质生产力|共同富裕|全过程人民民主|全面依法治国|全面深化改革|国家安全|教育强国|科技自立自强|碳达峰|碳中和|双碳|一带一路|党的建设|党建|政治训练|政治建设|政治能力|理论学习|理论武装|中心组|主题教育|党性|党课|党史|革命传统|红色|廉政|廉洁|反腐|警示教育|四风|意识形态|统战|民族|宗教|国防|保密/u;

export function natureOf(topic: string): TopicNature {
  if (PRINCIPLES.test(topic)) return 'principle';
  return STRATEGIES.test(topic) ? 'strategy' : 'work';
}

/** A topic that ends in the principle or strategy itself is asked about as the work on it. */
const BARE_PRINCIPLE = new RegExp(`(?:${PRINCIPLES.source})$`, 'u');
const BARE_STRATEGY =
  /(?:乡村(?:全面)?振兴|脱贫攻坚|中国式现代化|高质量发展|新发展理念|新发展格局|新质生产力|共同富裕|全过程人民民主|全面依法治国|全面深化改革|国家安全|科技自立自强|碳达峰|碳中和|双碳|一带一路)$/u;

/** 党的二十大精神 becomes 党的二十大精神学习贯彻; what names work already stays. */
export function asWork(subject: string): string {
  const bare = subject.replace(DONE_WITH, '');
  if (BARE_PRINCIPLE.test(bare)) return bare + workOn(bare);
  if (BARE_STRATEGY.test(subject)) return `${subject}工作`;
  return subject.replace(/^(?:严肃|严明)(?=\S{3})/u, '').replace(VERB_FIRST, '$2$1');
}

/** What one does with a principle; the work is named behind it, not in front. */
const DONE_WITH =
  /^(?:深入|认真)?(?:学习贯彻|贯彻落实|学习|贯彻|落实|践行|树立|坚定|弘扬)(?:和|好)?/u;
/** 优化营商环境 is a thing to do; what can be asked about is 营商环境优化. */
const VERB_FIRST =
  /^(优化|防范化解|防范|化解|培养|健全|完善)(?!工作|机制|体系|模式|计划|方式|目标|方案)([^，、的]{3,10})$/u;

function workOn(principle: string): string {
  if (/规定|精神$|细则/u.test(principle) && /八项/u.test(principle)) return '贯彻落实';
  if (/从严治党|领导$|集中制/u.test(principle)) return '贯彻落实';
  if (
    /[”"]$|意识$|价值观$|信念$|忠诚$|纪律$|规矩$|宗旨$|政绩观$|权力观$|事业观$|谱系$/u.test(
      principle,
    )
  ) {
    return '教育';
  }
  return '学习贯彻';
}
