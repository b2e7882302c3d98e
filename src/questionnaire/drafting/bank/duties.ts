import type { ContentChapter, ContentItem } from './content-item.ts';

const KNOWLEDGE =
  '开展军事、国防、外交、统战、教育、科技和民族、宗教、财税、金融、统计、信访、保密、应急管理、城市建设、公共卫生、舆情应对、基层治理、反垄断、知识产权及身心健康等知识学习培训';
const NEW_SKILLS = '加强信息技术、人工智能、生物技术、新能源、新材料等新知识新技能学习培训';
const GENERAL_KNOWLEDGE =
  '重点开展经济、政治、文化、社会、生态文明、党的建设、宪法和法律法规等知识学习培训';
const ENTERPRISE =
  '开展国有企业领导人员治企兴企、提高企业核心竞争力、强化企业科技创新主体地位等专题培训';
const CAPABILITIES = '提高干部推动高质量发展本领、服务群众本领、防范化解风险本领';
const SIMULATION = '让干部在仿真情境中学习如何处理问题、化解矛盾、防范风险';

/** A subject of the list of knowledge, which is named there in one word. */
function subject(id: string, text: string, about: RegExp, anchor = KNOWLEDGE): ContentItem {
  return { id: `duty-${id}`, text, about, anchor };
}

/** Chapter 四: 加强履职能力培训，增强推进中国式现代化建设本领. */
export const DUTIES: ContentChapter = {
  items: [
    subject(
      'quality',
      '推动高质量发展',
      /高质量发展|经济发展|经济工作|发展改革|发改/u,
      CAPABILITIES,
    ),
    subject('masses', '服务群众的方法', /群众工作|服务群众|群众路线|便民|政务服务/u, CAPABILITIES),
    subject('risk', '防范化解风险', /防范化解|风险防范|风险防控|重大风险/u, CAPABILITIES),
    subject(
      'industry',
      '建设现代化产业体系',
      /产业|工业|制造业|招商|营商|工信/u,
      '建设现代化产业体系',
    ),
    {
      id: 'duty-rural',
      text: '全面推进乡村振兴',
      wording: { grassroots: '推进乡村振兴的具体做法' },
      anchor: '全面推进乡村振兴',
      about: /乡村|农村|农业|三农|驻村|农技|村(?:党|干|两委|级|集体|（)|第一书记/u,
    },
    subject('urban', '提升城镇化发展质量', /城镇化|城镇|新型城镇/u, '提升城镇化发展质量'),
    subject('region', '促进区域协调发展', /区域协调|区域发展|协作|对口支援/u, '促进区域协调发展'),
    subject(
      'world-class',
      '建设世界一流企业',
      /国有企业|国企|央企|世界一流企业/u,
      '建设世界一流企业',
    ),
    subject('enterprise', '治企兴企能力', /国有企业|国企|央企|企业(?:管理|领导|家)/u, ENTERPRISE),
    subject(
      'competitive',
      '提高企业核心竞争力',
      /国有企业|国企|央企|企业(?:管理|领导|家)/u,
      ENTERPRISE,
    ),
    subject('innovation', '企业科技创新', /国有企业|国企|央企|企业(?:创新|科技)/u, ENTERPRISE),
    subject(
      'schooling',
      '办好人民满意的教育',
      /(?<!党校|学院|）)教师|校长|学校|教育(?!培训|干部|工作者)/u,
      '办好人民满意的教育',
    ),
    subject('science', '推进科技自立自强', /科技|科研|科学家|研究院|创新驱动/u, '推进科技自立自强'),
    subject('democracy', '发展全过程人民民主', /人大|政协|人民民主|协商/u, '发展全过程人民民主'),
    subject(
      'rule-of-law',
      '坚持全面依法治国',
      /依法治国|法治|司法|政法|法院|检察/u,
      '坚持全面依法治国',
    ),
    subject('laws', '宪法知识', /宪法/u, GENERAL_KNOWLEDGE),
    {
      id: 'duty-statutes',
      text: '与岗位有关的法律法规',
      anchor: GENERAL_KNOWLEDGE,
      about: /法律|法规|法治|依法|执法|司法|政法|法院|检察|初任/u,
    },
    subject('economy', '经济知识', /经济|财经|发改|商务/u, GENERAL_KNOWLEDGE),
    subject(
      'ecology',
      '生态文明建设',
      /生态|环保|环境保护|绿色|污染|自然资源|林业|水利/u,
      GENERAL_KNOWLEDGE,
    ),
    subject(
      'party',
      '党的建设知识',
      /党建|党务|党的建设|组织(?:工作|人事|部|干部|系统)|支部/u,
      GENERAL_KNOWLEDGE,
    ),
    subject('culture', '发展文化事业', /文化|文旅|宣传|文艺/u, '发展文化事业'),
    subject(
      'communication',
      '国际传播能力',
      /国际传播|对外宣传|外宣|外事|宣传/u,
      '国际传播能力建设',
    ),
    subject(
      'carbon',
      '推进碳达峰碳中和',
      /碳达峰|碳中和|双碳|低碳|节能|能源|生态|环保/u,
      '推进碳达峰碳中和',
    ),
    subject(
      'security',
      '贯彻总体国家安全观',
      /国家安全|安全观|总体安全|公安|国安/u,
      '贯彻总体国家安全观',
    ),
    {
      id: 'duty-public-safety',
      text: '公共安全治理',
      anchor: '深化公共安全治理和社会治理',
      about: /公共安全|安全生产|应急|公安|消防|平安/u,
    },
    {
      id: 'duty-society',
      text: '社会治理',
      anchor: '深化公共安全治理和社会治理',
      about: /社会治理|基层治理|社会工作|网格|综治|政法|平安|街道|社区/u,
    },
    subject('finance-risk', '防范化解金融风险', /金融|债务|风险/u, '防范化解金融风险'),
    {
      id: 'duty-emergency',
      text: '突发事件处置',
      anchor: '应急管理和突发事件处置',
      about: /突发|应急|消防|防灾|减灾|救灾|安全生产/u,
    },
    {
      id: 'duty-emergency-management',
      text: '应急管理知识',
      anchor: KNOWLEDGE,
      about: /应急|突发|防灾|减灾|救灾|消防/u,
    },
    {
      id: 'duty-party-organs',
      text: '增强党组织政治功能',
      anchor: '增强党组织政治功能和组织功能',
      about: /党建|党务|党的建设|组织(?:工作|人事|部|干部|系统)|支部|党组织|第一书记/u,
    },
    {
      id: 'duty-governance',
      text: '基层治理',
      wording: { grassroots: '基层治理的具体做法' },
      anchor: KNOWLEDGE,
      about: /基层治理|社会治理|网格|乡镇|街道|社区|村(?:党|干|两委|级|（)/u,
    },
    subject('opinion', '舆情应对', /舆情|舆论|网信|宣传|意识形态|新闻/u),
    subject('petition', '信访工作', /信访|矛盾|纠纷|群众工作/u),
    {
      id: 'duty-conflict',
      text: '化解矛盾纠纷',
      anchor: SIMULATION,
      about: /矛盾|纠纷|调解|信访|群众工作|基层治理|社会治理/u,
    },
    subject('tax', '财税知识', /财税|财政|税务|税收|预算|会计|审计/u),
    subject('finance', '金融知识', /金融|银行|财政|审计|会计/u),
    subject('statistics', '统计知识', /统计|数据分析/u),
    subject('secrecy', '保密知识', /保密|机要|初任|办公室|档案/u),
    subject('city', '城市建设', /城市建设|城建|住建|城市管理|城管|规划(?:师|局|系统)/u),
    subject(
      'health',
      '公共卫生知识',
      /卫生|疾控|医疗|医院|医务|医护|医生|(?<!心理|身心)健康(?!检查)/u,
    ),
    subject('wellbeing', '身心健康知识', /身心|心理|压力/u),
    subject('united-front', '统战知识', /统战|统一战线|党外|民主党派/u),
    subject('ethnic', '民族知识', /民族/u),
    subject('religion', '宗教知识', /宗教/u),
    subject('defence', '国防知识', /国防|军事|人武|退役军人|双拥|军转/u),
    subject('diplomacy', '外交知识', /外交|外事|涉外/u),
    subject('monopoly', '反垄断知识', /反垄断|市场监管|公平竞争/u),
    subject('property', '知识产权知识', /知识产权|专利|市场监管|科研|工程师/u),
    subject(
      'digital',
      '信息技术应用',
      /数字|数智|信息化|信息技术|网络安全|大数据|数据|智慧|智能|互联网/u,
      NEW_SKILLS,
    ),
    subject(
      'ai',
      '人工智能应用',
      /人工智能|大模型|智能|数字|数智|AI|信息化|新质生产力/iu,
      NEW_SKILLS,
    ),
    subject('biology', '生物技术知识', /生物|新质生产力/u, NEW_SKILLS),
    subject('energy', '新能源知识', /新能源|能源|新质生产力/u, NEW_SKILLS),
    subject('materials', '新材料知识', /新材料|材料科学|新质生产力/u, NEW_SKILLS),
    subject(
      'professional',
      '本专业的专业技术能力',
      /专业技术|专技|继续教育|工程师|技术人员/u,
      '开展专业技术能力提升培训',
    ),
    subject('practice', '基层工作实务', /基层(?:干部|工作)|实务/u, '开展基层干部实务培训'),
  ],
  usual: {
    general: ['duty-statutes', 'duty-ai', 'duty-masses', 'duty-emergency'],
    leading: ['duty-quality', 'duty-finance-risk', 'duty-emergency', 'duty-opinion', 'duty-ai'],
    young: ['duty-masses', 'duty-statutes', 'duty-conflict', 'duty-ai'],
    grassroots: ['duty-governance', 'duty-rural', 'duty-conflict', 'duty-emergency'],
    professional: ['duty-professional', 'duty-ai', 'duty-digital', 'duty-science'],
  },
};
