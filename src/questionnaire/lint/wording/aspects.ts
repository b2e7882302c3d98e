/**
 * What a class is judged by, each kind in words that mean the same. Two of different kinds under one
 * mark are two questions. Longer words come first.
 */
const ASPECTS: readonly (readonly [string, RegExp])[] = [
  [
    'content',
    /(?:课程|培训|教学|学习|授课)内容|课程(?:设置|设计|体系|质量)|内容(?:设置|安排)?|选题|课程(?!表|安排)/u,
  ],
  ['schedule', /(?:课程|日程|教学|课时)安排|课表|课程表/u],
  ['material', /教材|讲义|课件|(?:学习|培训|课程)?资料|教辅/u],
  [
    'teacher',
    /(?:授课|任课)?(?:教师|老师|讲师|师资)(?:水平|力量|队伍)?|授课(?:水平|质量)?|讲课|讲授|主讲人/u,
  ],
  ['method', /(?:教学|培训|授课|学习)?(?:方式|方法|形式)|方式方法|教学手段/u],
  ['time', /(?:培训|上课|学习|教学)?时间(?:安排|长短)?|(?:培训)?时长|学时|课时|天数|时段|学制/u],
  ['place', /(?:培训|教学|上课)?(?:地点|场地|场所|环境|设施|设备|教室)/u],
  ['meals', /用餐|餐饮|伙食|就餐|饭菜|食堂|饮食/u],
  ['lodging', /住宿|宿舍|客房|房间/u],
  ['network', /网络(?:条件|环境|信号|速度)|无线网络/u],
  ['transport', /交通|接送|班车/u],
  ['logistics', /后勤(?:保障|服务)?|食宿/u],
  ['management', /(?:组织|班级|学员|教学|班务|日常)管理|教学组织|班主任|会务|带班/u],
  ['effect', /(?:培训|教学|学习)?效果|收获/u],
  ['assessment', /考核(?:方式)?|考试|测试|考勤/u],
  ['discussion', /互动|讨论|研讨/u],
  ['cost', /费用|经费|收费/u],
  ['notice', /通知|报名|报到/u],
  ['count', /次数|人数|规模|频次|频率|门数|期数/u],
  ['pace', /进度|节奏/u],
  ['depth', /深度/u],
  ['breadth', /广度/u],
  ['difficulty', /难度/u],
  ['focus', /针对性/u],
  ['usefulness', /实用性|实效性/u],
  ['liveliness', /前沿性|系统性|趣味性|生动性/u],
];

/** What people are able to do, each kind in words that mean the same. */
const ABILITIES: readonly (readonly [string, RegExp])[] = [
  ['ability 0', /(?:公文)?写作|材料撰写|文稿|文字表达/u],
  ['ability 1', /演讲|口头表达|语言表达|发言/u],
  ['ability 2', /数据分析|数字技能|数字素养|信息化|办公软件|计算机|人工智能/u],
  ['ability 3', /沟通|协调/u],
  ['ability 4', /调查研究|调研/u],
  ['ability 5', /决策/u],
  ['ability 6', /应急|突发事件/u],
  ['ability 7', /舆情|媒体/u],
  ['ability 8', /法治|依法行政|法律法规|法律知识/u],
  ['ability 9', /群众工作/u],
  ['ability 10', /团队|带队伍/u],
  ['ability 11', /党建|党务/u],
  ['ability 12', /乡村振兴/u],
  ['ability 13', /招商引资|招商/u],
  ['ability 14', /财务|预算|会计/u],
  ['ability 15', /项目管理|项目申报/u],
  ['ability 16', /外语|英语/u],
  ['ability 17', /心理|压力|情绪/u],
  ['ability 18', /时间管理/u],
  ['ability 19', /创新/u],
  ['ability 20', /生态|环保/u],
  ['ability 21', /安全生产/u],
  ['ability 22', /保密/u],
  ['ability 23', /信访|矛盾(?:纠纷)?(?:化解|调解)/u],
  ['ability 24', /基层治理|社区治理|社会治理/u],
  ['ability 25', /意识形态/u],
  ['ability 26', /统战|民族宗教/u],
  ['ability 27', /政治理论|理论学习|理论素养/u],
  ['ability 28', /政策(?:解读|理解|法规|水平)/u],
  ['ability 29', /廉政|廉洁|反腐/u],
];

/** Words that belong together, in either order: what they name is one thing to whoever answers. */
const KINDRED: readonly (readonly [string, string])[] = [
  ['学习', '工作'],
  ['工作', '生活'],
  ['发展', '安全'],
  ['党章', '党规'],
  ['理论', '实践'],
  ['意见', '建议'],
  ['困难', '问题'],
  ['问题', '不足'],
  ['问题', '短板'],
  ['收获', '体会'],
  ['知识', '技能'],
  ['知识', '能力'],
  ['能力', '素质'],
  ['能力', '水平'],
  ['政策', '法规'],
  ['法律', '法规'],
  ['方针', '政策'],
  ['党员', '干部'],
  ['目标', '任务'],
  ['计划', '安排'],
  ['组织', '实施'],
  ['组织', '管理'],
  ['管理', '服务'],
  ['组织', '服务'],
  ['沟通', '协调'],
  ['组织', '协调'],
  ['教育', '培训'],
  ['教育', '管理'],
  ['认识', '理解'],
  ['分析', '解决'],
  ['发现', '解决'],
  ['时间', '精力'],
  ['场地', '设施'],
  ['设施', '设备'],
  ['原因', '理由'],
  ['机关', '单位'],
  ['部门', '单位'],
  ['科技', '教育'],
  ['改革', '发展'],
  ['制度', '机制'],
  ['规划', '计划'],
  ['规章', '制度'],
  ['精神', '要求'],
  ['责任', '义务'],
  ['权利', '义务'],
  ['立场', '观点'],
  ['世界观', '方法论'],
  ['经济', '社会'],
  ['生产', '生活'],
  ['思路', '办法'],
  ['思想', '方法'],
  ['方式', '方法'],
  ['岗位', '职责'],
  ['职责', '任务'],
  ['干部', '职工'],
  ['形式主义', '官僚主义'],
  ['积极性', '主动性'],
  ['积极性', '创造性'],
  ['主动性', '创造性'],
  ['凝聚力', '战斗力'],
  ['获得感', '幸福感'],
  ['责任感', '使命感'],
  ['获得感', '成就感'],
  ['领导方法', '工作方法'],
  ['干部', '人才'],
  ['领导班子', '干部'],
];

export type Kind = 'aspect' | 'ability';

export interface Named {
  /** Kind of thing, and which of them: equal where two words mean the same. */
  readonly group: string;
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** What a piece of text names, in order; a longer word hides those within it. */
export function namedIn(text: string, kind: Kind): readonly Named[] {
  const found = (kind === 'aspect' ? ASPECTS : ABILITIES).flatMap(([group, pattern]) =>
    [...text.matchAll(new RegExp(pattern.source, 'gu'))].map(
      (match): Named => ({
        group,
        start: match.index,
        end: match.index + match[0].length,
        words: match[0],
      }),
    ),
  );
  const whole = found.filter(
    (one) =>
      !found.some(
        (other) =>
          other !== one &&
          other.start <= one.start &&
          one.end <= other.end &&
          other.end - other.start > one.end - one.start,
      ),
  );
  return whole.sort((one, other) => one.start - other.start);
}

/** Whether what ends on the left and what begins or ends on the right belong together. */
export function areKindred(left: string, right: string): boolean {
  const meets = (one: string, other: string) =>
    left.endsWith(one) && (right.startsWith(other) || right.endsWith(other));
  return KINDRED.some(([one, other]) => meets(one, other) || meets(other, one));
}
