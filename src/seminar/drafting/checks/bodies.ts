import { actorsIn } from '../../../answering/gates/scope/actors.ts';
import { scopeReason } from '../../../answering/scope.ts';
import { foldCharacters } from '../../../text/fold.ts';
import { quotedIn } from '../quoted.ts';
import { type Check, type Finding, piecesOf } from './check.ts';

/** Whoever sits in any class, and where they come from: no body of its own. */
const ANYBODY = new Set([
  ...['学员', '教师', '班主任', '单位', '部门', '机构', '个人', '群众', '专家', '基层'],
  ...['所在单位', '承办单位', '派出单位', '接收单位', '负责同志', '领导干部'],
]);

const FIELDS =
  '发展改革|发改|财政|审计|教育|人社|民政|农业农村|卫生健康|卫健|应急|自然资源|生态环境|统计|税务|公安|司法|科技|商务|文旅|住建|交通|水利|市场监管|网信|巡视|巡察|督查|督导|绩效|编制|机关工|政法|考核|宣传|统战|组织';
/** 一处长年落灰 and 这科长达 name no rank. */
const NO_RANK = /^[一哪几每该这那两][处科]长$/u;
const PROVINCES =
  '北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|台湾|香港|澳门';
/** Bodies and regions besides those that the gates of answers know. */
const BODIES = [
  new RegExp(
    `(?:${FIELDS})(?:委员会|委|局|厅|部门?|办公室|办|领导小组|小组|组|总队|院)(?!员|理)`,
    'gu',
  ),
  /国务院|中央|[省市县区](?:委(?!员|托)|政府)|人民政府|委员会|指挥部|领导小组|联席会议|(?:委|府|组|改革|管理)办公室|专班|集团|公司|银行|法院|检察院|基金会|联合会|研究院|研究所|学会|总局|工委|工会|妇联|共青团|第三方|清华|北大|复旦|浙大/gu,
  // A county by its name: neither 本县 nor 几个县.
  /(?<![本各全外邻])(?:(?![本各全外邻该每哪几个两三一的在到和与省跨我别您贵])[\u4e00-\u9fff]){2}县(?![区级里委城域乡])/gu,
  new RegExp(PROVINCES, 'gu'),
];
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁沈卢姜崔钟谭陆汪范廖贾夏';
const PERSON = new RegExp(
  `[${SURNAMES}某](?:书记|主任|县长|市长|部长|局长|处长|科长|校长|院长|老师|同志)|(?<![\\u4e00-\\u9fff])[老小][${SURNAMES}](?![\\u4e00-\\u9fff]{0,1}[县市省])`,
  'u',
);
/** Asks for one who can be named by what he holds. */
const ONE_OF_THEM =
  /(?:哪位|哪个|哪名)[^，。？]{0,6}(?:长|书记|主任|领导|老师|教师)(?=[最不没爱总老常])/u;
/** Deeds that only a personnel office does, asked of people in a class. */
const PERSONNEL =
  /提拔|提任|晋升|免职|撤职|撤换|处分|问责|追责|考核等次|不称职|评优|评先|末位|调离岗位|诫勉|记过|警告|开除|降级|扣分|通报批评|检讨|述职|优秀等次|一票否决|年度考核/u;

/** A body, a region or a person that was not there before; and anything of personnel matters. */
export const checkBodies: Check = (rewritten, _, { own, told, basis }) => {
  const known = [...own, ...told, ...basis.flatMap(({ text, title }) => [text, title])].join('\n');
  const there = new Set(actorsIn(known).map(({ key }) => key));
  return piecesOf(rewritten).flatMap((piece) => {
    const { spoken } = quotedIn(piece);
    const actors = actorsIn(spoken)
      .filter(({ key }) => !there.has(key) && !ANYBODY.has(key))
      .filter(({ start, end }) => !NO_RANK.test(spoken.slice(start - 1, end)))
      .map(({ start, end }) => spoken.slice(start, end));
    const bodies = BODIES.flatMap((pattern) => spoken.match(pattern) ?? []).filter(
      (body) => !known.includes(body),
    );
    return [
      ...[...new Set([...actors, ...bodies])].map(
        (words): Finding => ({
          rule: '机构不实',
          words: `“${words}”不在原题、依据和要求中。去掉，或者改说“有关单位”。`,
        }),
      ),
      ...personnelIn(spoken, known),
    ];
  });
};

function personnelIn(spoken: string, known: string): Finding[] {
  const [deed] = PERSONNEL.exec(spoken) ?? [];
  const isNew = deed !== undefined && !known.includes(deed);
  const isAsked = scopeReason(foldCharacters(spoken)) === 'personnel';
  return isNew || isAsked || PERSON.test(spoken) || ONE_OF_THEM.test(spoken)
    ? [{ rule: '涉及人事评判', words: '研讨不评判具体的人，也不涉及任免奖惩。改问做法和环节。' }]
    : [];
}
