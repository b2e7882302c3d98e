/** A rule that a question of a seminar keeps. */
export interface LintRule {
  /** As people know it. */
  readonly name: string;
  /** What is wrong and how to mend it, to the trainer. */
  readonly advice: string;
  /**
   * Whether a question breaks it. Pure.
   *
   * @param spoken the question without what it quotes, which is not the asker's
   */
  readonly isBroken: (text: string, spoken: string) => boolean;
}

/** What makes a question of a sentence. */
export const ASKS =
  /什么|哪|谁|怎么|怎样|如何|多[少久大远长高快深]|几(?!乎)|为何|何时|何处|何种|各举/u;
/** Words that can be answered with 是 or 否. */
const YES_OR_NO =
  /是否|是不是|有没有|能不能|会不会|要不要|该不该|可不可以|应不应该|愿不愿意|对不对|好不好|行不行|够不够|管不管|值不值|需不需要|有无|能否|可否|会否|应否|吗[？?。\s]*$|(?<![什怎这那多])么[？?。\s]*$/u;
/** The asker's own answer. */
const BUILT_IN =
  /难道|岂不|不就是|众所周知|大家都知道|毫无疑问|显然|当然|无非|归根结底是|(?:主要|根本|真正)(?:的)?原因(?:就)?是(?!什么|哪|谁)|(?:^|[，。；：])(?![^，。；？]*(?:什么|哪|谁|怎|如何|多少|几))[^，。；？]*(?:必须|应当|应该|就要)[^，。；？]*，/u;
const PERSONNEL =
  /(?:该|应|给|对|把|让|由)?(?:谁|哪位|哪个人|哪名干部|某某)[^，。？]{0,8}(?:处分|免职|提拔|撤换|追责|考核等次|评优|调离)|(?:处分|免职|提拔|撤换|评优|降级)(?:谁|哪)/u;
const ASKS_FOR_NAMES =
  /点名(?:批评|说出)|(?:说出|写出|报出)[^，。？]{0,12}(?:姓名|名字)|哪位领导(?:不|没|最)/u;
/** 如何加强管理: any class, any year, any place. */
const SLOGAN =
  /^(?:请)?(?:谈谈|说说)?(?:应)?(?:如何|怎样|怎么)(?:进一步|切实|有效|更好地?|持续)*(?:加强|提高|推进|做好|抓好|提升|改进|完善|强化|落实|深化)[^，、“]{0,24}[？?]$/u;
const SHORTEST = 12;
/** Characters of a question; a facilitator reads it out in one breath. */
export const LONGEST = 110;
const MOST_ASKED = 3;

export const RULES: readonly LintRule[] = [
  {
    name: '是非题',
    advice: '只答“是”或“否”就能了事。改问“哪一个、怎样、到什么程度”，让人讲出情况。',
    isBroken: (_, spoken) => YES_OR_NO.test(spoken),
  },
  {
    name: '不是问题',
    advice: '句子里没有提问的词，学员不知道要答什么。加上“什么、哪些、怎样、谁、多少”之一。',
    isBroken: (_, spoken) => !ASKS.test(spoken),
  },
  {
    name: '答案藏在题里',
    advice: '题目已经替学员下了结论。删去判断，只留情况和提问。',
    isBroken: (_, spoken) => BUILT_IN.test(spoken),
  },
  {
    name: '一题多问',
    advice: '一道题里问得太多，讨论会散。留下最要紧的一问，其余改作追问。',
    isBroken: (_, spoken) =>
      (spoken.match(/[？?]/gu)?.length ?? 0) > 1 || clausesAsking(spoken) > MOST_ASKED,
  },
  {
    name: '口号式提问',
    advice: '换到哪个班都能问，只会答出口号。落到一件事、一个环节、一份材料上。',
    isBroken: (text) => SLOGAN.test(text),
  },
  {
    name: '涉及人事评判',
    advice: '研讨不评判具体的人。改问做法、环节和责任主体。',
    isBroken: (_, spoken) => PERSONNEL.test(spoken),
  },
  {
    name: '要求点名',
    advice: '点到姓名，就没有人说真话。改问岗位、环节或者场合。',
    isBroken: (_, spoken) => ASKS_FOR_NAMES.test(spoken),
  },
  {
    name: '题目太短',
    advice: `不足 ${SHORTEST} 个字，问不具体。补上对象、环节或者场合。`,
    isBroken: (text) => [...text].length < SHORTEST,
  },
  {
    name: '题目太长',
    advice: `超过 ${LONGEST} 个字，听一遍记不住。把背景移到引导语，题目只留一问。`,
    isBroken: (text) => [...text].length > LONGEST,
  },
];

/** What is quoted is left out. */
export function spokenOf(text: string): string {
  return text.replace(/“[^”]*”|「[^」]*」/gu, '“”');
}

function clausesAsking(spoken: string): number {
  return spoken.split(/[，；。：？?]/u).filter((clause) => ASKS.test(clause)).length;
}
