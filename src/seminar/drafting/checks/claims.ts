import type { Held } from '../held.ts';
import { quotedIn } from '../quoted.ts';
import { asks, type Check, cut, type Finding, piecesOf } from './check.ts';

/** Says of what follows that some text states it. */
const AS_POLICY =
  /(?:规划|文件|办法|条例|规定|政策|中央|上级|国家|原文|资料|方案|意见|通知|纲要|制度|会议|领导|总书记)[^，。；？]{0,4}(?:明确|提出|要求|规定|强调|指出|写明|写着|写的是|载明|部署|讲过|表示)|(?:按|按照|依照|依据|根据|遵照)(?:有关|相关|上级|现行|中央|国家)?(?:规定|要求|政策|文件|规划|办法|条例|制度|精神)/gu;
/** What follows only goes on with the name: 规划要求的那几项. */
const GOES_ON = /^(?:的|和|与|跟|里|中|上|下|对|同|之间|落|到|\uFFFC)/u;
/** Says that something is so because somebody counted, asked or knew. */
const ON_HEARSAY =
  /(?:调查|调研|研究|数据|统计|实践|经验|事实|结果)(?:充分)?(?:显示|表明|证明|说明|发现)|据(?:统计|了解|调查|悉|介绍|测算)|(?:绝大)?(?:多数|部分)(?:干部|学员|单位|人)|普遍(?:认为|反映|存在|不)|专家[^，。？]{0,3}(?:认为|指出|测算|说|建议|表示|提出)|众所|公认|都说|都认为|谁都|早已|已经(?:证明|全面)|总书记/u;
/** Tells the cause that people are to find. */
const ANSWERS =
  /(?:问题|毛病|原因|病根|症结|根子|根源|关键|短板|难点)(?:就|主要|其实|多半|全|都|恰恰)*(?:出在|在于|是|在)|(?:因为|由于|缘于|归因于|怪就怪|说到底|归根到底)/u;
/** Names of kinds of documents, with or without marks. */
const DOCUMENTS =
  /条例|纲要|准则|细则|规程|守则|章程|公报|新规|实施意见|指导意见|实施办法|管理办法|暂行办法|管理规定|红头文件|一号文|会议精神|文件精神|讲话精神/gu;
/** Shorter, it is a joint of the sentence. */
const SHORTEST_CLAIM = 4;

/**
 * What is told as policy is quoted, not retold: a question that says 按规定 names the words. Nothing is
 * told as a finding of somebody's.
 */
export const checkClaims: Check = (rewritten, _, held) =>
  piecesOf(rewritten).flatMap((piece) => {
    const { spoken } = quotedIn(piece);
    const clauses = spoken.split(/[。；？]/u);
    const known = [...held.own, ...held.told];
    const [hearsay] = ON_HEARSAY.exec(spoken) ?? [];
    const isNew = hearsay !== undefined && !known.some((text) => text.includes(hearsay));
    return [
      ...clauses.flatMap((clause) => retoldIn(clause, held)),
      ...(spoken.match(DOCUMENTS) ?? [])
        .filter((words) => ![...known, ...textsOf(held)].some((text) => text.includes(words)))
        .map((words) => ({ rule: '文件不实', words: `“${words}”不在原题、依据和要求中。去掉。` })),
      ...answersIn(spoken, held.own),
      ...(isNew
        ? [{ rule: '凭空断言', words: `“${hearsay}”：没有依据的判断不写进题目，改为提问。` }]
        : []),
    ];
  });

function textsOf({ basis }: Held): string[] {
  return basis.map(({ text }) => text);
}

function answersIn(spoken: string, own: readonly string[]): Finding[] {
  return spoken
    .split(/[，。；：]/u)
    .filter((phrase) => ANSWERS.test(phrase) && !asks(phrase))
    .filter((phrase) => !own.some((text) => text.includes(phrase)))
    .map((phrase) => ({
      rule: '答案藏在题里',
      words: `“${cut(phrase)}”：原因让学员去找，题目不替他们说。`,
    }));
}

function retoldIn(clause: string, held: Held): Finding[] {
  return [...clause.matchAll(AS_POLICY)].flatMap(({ 0: words, index }) => {
    const behind = clause.slice(index + words.length).replace(/^[，：,]/u, '');
    const [said = ''] = behind.split('，');
    const isJoint = GOES_ON.test(said) || said.length < SHORTEST_CLAIM || asks(said);
    const isThere = [...held.own, ...textsOf(held)].some((text) => text.includes(said));
    if (isJoint || isThere) return [];
    return [
      {
        rule: '冒称政策',
        words: `“${cut(words + said)}”：规定只能逐字引用依据，放在引号里，不能转述。`,
      },
    ];
  });
}
