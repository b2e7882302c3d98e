/**
 * From where a question looks at its options. Two questions with one list of options, of which
 * neither looks from elsewhere, are one: 您喜欢哪些教学方式 and 您愿意接受什么样的教学形式; 您单位常用
 * 哪些教学方式 is another.
 */
const ALWAYS_ONE: Readonly<Record<string, RegExp>> = {
  past: /去年|上[一个]?[次年期届]|过去|近[一二两三五几]?年|最近|曾|(?<!通|超|不)过(?!程|渡|于|多|少|去)|已经?|实际|以往/u,
  others:
    /单位|部门|科室|学校|企业|医院|领导|同事|下属|学员|班子|年轻|基层|家人|群众|服务对象|教师(?=们|应|最?需)/u,
  habit: /常用|经常|平时|通常|一直|现行|目前(?:采用|使用|主要)/u,
  worth: /效果|收获|帮助|作用|满意|评价|成效|有效|有用|重要/u,
  owned: /掌握|擅长|具备|熟悉|优势|长处|会用|学会/u,
  denied: /减少|压缩|取消|不(?:需要|希望|喜欢|适合|愿意|感兴趣|擅长)|最少|次要|第[二三]|其次|反对/u,
  busy: /忙|空闲|淡季|旺季/u,
};
/** Each of these is a matter of its own. */
const OWN_MATTER =
  /线上|网络|线下|脱产|面授|集中|异地|外出|任职|初任|专题|理论|业务|党性|警示|讲座|研修|跟班|挂职|出国|考察|自学|工作日|周末|[上下]半年|[上下]午|晚上|白天|必修|选修|直播|录播|考试|考核|住宿|用餐|教材|内容|写作|应急|法治|数字|年度|明年|今年/gu;

/** One line; equal for questions that look from the same place at the same matter. */
export function viewOf(text: string): string {
  const views = Object.entries(ALWAYS_ONE).flatMap(([name, words]) =>
    words.test(text) ? [name] : [],
  );
  const matters = [...new Set([...text.matchAll(OWN_MATTER)].map(([word]) => word))].sort();
  return [...views, ...matters].join(' ');
}

/** Dice's coefficient over characters, in whatever order they stand. */
export function sharedCharacters(one: string, other: string): number {
  const [first, second] = [new Set(one), new Set(other)];
  if (first.size + second.size === 0) return 0;
  const shared = [...first].filter((character) => second.has(character)).length;
  return (2 * shared) / (first.size + second.size);
}
