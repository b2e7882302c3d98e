import type { Rewriting } from '../../../src/seminar/drafting/rewriting.ts';
import { DRAFTING_KIT } from './drafting-kit.ts';

type Change = Partial<Omit<Rewriting, 'id'>>;

/** The item as it stands in the kit, with what a model changes of it. */
export function rewrite(id: string, change: Change): Rewriting {
  const question = DRAFTING_KIT.questions.find((one) => one.id === id);
  const text = id === 'focus' ? DRAFTING_KIT.focus : DRAFTING_KIT.aims[Number(id.slice(3)) - 1];
  const { followUps = [], expected = '' } = question ?? {};
  return { id, text: question?.text ?? text ?? '', followUps, expected, ...change };
}

/** Rewritings that say no more than the kit, the order and the basis do. */
export const HONEST: readonly Rewriting[] = [
  rewrite('q1', {
    text: '把“出台干部网络培训学时管理办法”和本县手头的做法摆在一起，哪一块已经落了地，哪一块还在等？',
    followUps: ['落了地的那一块，拿得出哪一份材料来？', '还在等的那一块，眼下停在谁的桌上？'],
    expected: '“已做”“未做”两栏清单，每条附一份材料',
  }),
  rewrite('q1', {
    text: '“出台干部网络培训学时管理办法”这一句，本县是从哪件事上着手的，做到哪里停了下来？',
  }),
  rewrite('q1', {
    text: '“探索建立平台之间学时互认机制”这句话，本县谈到过哪一步，是被什么事搁下的？',
    followUps: ['搁下之前，和哪几个平台打过交道？', '搁下以后，学员的学时是怎么记的？'],
    expected: '一条从谈起到搁下的线索，写明搁在哪里',
  }),
  rewrite('q2', {
    text: '请拿最近一次网上学习来说，从通知发下来到学时登记上去走了哪几步，哪一步最磨人？',
    followUps: ['最磨人的那一步，时间花在等人还是等系统上？', '哪一步少了它也照样走得通？'],
    expected: '一条从通知到登记的流程线，标出最磨人的一步',
  }),
  rewrite('q2', {
    text: '去年办的12期网络班里，挑一期说说：学时是谁登记的，对账的时候差在哪几笔上？',
    followUps: ['差出来的那几笔，后来是怎样补平的？', '登记的人手里拿着哪几样凭据？'],
  }),
  rewrite('q2', { followUps: ['等得最久的一回，在等谁点头？', '哪一步做完从来没有人问起？'] }),
  rewrite('q2', { expected: '一张写着每一步用时的流程线' }),
  rewrite('q3', {
    text: '点名调训的通知放到桌上，单位领导先想到的是什么，本人先想到的又是什么？',
    followUps: ['两头想的不一样，差别出在哪件具体的事上？', '谁的一句话让人最后去成了？'],
    expected: '单位和本人各自的真实想法，并排写成两栏',
  }),
  rewrite('q3', {
    text: '最近一年里，接到点名调训而没有去成的那一回，单位和本人各自说了什么理由？',
  }),
  rewrite('q3', {
    text: '说到“完善点名调训和补训制度”，您想起的是哪一次调训，当时心里是什么滋味？',
    followUps: ['这种滋味和哪一位的做法有关，他为什么那样做？', '换到今天再来一次，您会怎样安排？'],
    expected: '每人一段亲身经历，写明当时的滋味和来由',
  }),
  rewrite('q4', {
    text: '一门网络课程从制作、审核到更新、退出，本县最容易在哪一关放过去，放过去的原因是什么？',
    followUps: ['上一次放过去的那门课，是谁先看出来的？', '那一关缺的是人、是时间还是尺子？'],
    expected: '一张关口表，每一关写一条放过去的原因',
  }),
  rewrite('q4', {
    text: '对着“规范讲授、制作、审核、发布和更新、退出流程”看，本县的网络课程断在哪一环，谁最先察觉？',
  }),
  rewrite('q4', {
    text: '“严把网络课程政治关、质量关”落到本县，靠的是哪几个人、哪几张表，哪一样最靠不住？',
    followUps: ['靠不住的那一样，出过什么纰漏？', '把它换掉，还缺哪一样东西？'],
  }),
  rewrite('q5', {
    text: '“鼓励国家级干部教育培训机构和省、市两级党校（行政学院）教师到基层党校（行政学校）、省（自治区、直辖市）党性教育干部学院支教”，这句话本县一直没有用起来，是没去请、请不来，还是来了留不住，各举一例？',
  }),
  rewrite('q5', {
    followUps: ['开口请过谁，对方最为难的是哪一点？', '人来了以后，吃住和课时是怎样安排的？'],
    expected: '一张请教师的账，写明请谁、卡在哪里',
  }),
  rewrite('q6', {
    text: '回想本县讲过的一堂案例课，学员过后还在议论的是哪一段，没人再提的又是哪一段，差别是怎么来的？',
    followUps: ['议论的那一段，像本地的哪件事？', '没人提的那一段，删掉会少了什么？'],
    expected: '一堂案例课的得失，附一段例子',
  }),
  rewrite('q6', {
    text: '对照“案例课程、案例教材不少于1/3”，本县的课程表里案例课占到几成，少的那部分难在哪里？',
    followUps: ['数的时候，哪些课算案例，由谁来定？', '最想补的是哪一类案例？'],
  }),
  rewrite('q7', {
    text: '经费紧的那几个月，本县办班还能从哪里匀出钱和物，匀出来的账怎样做才说得清？',
    followUps: ['匀出来的每一笔，谁点头、谁记账？', '最怕被问到的是哪一笔，问的是什么？'],
    expected: '一份可以匀出来的钱物清单，写明来处和记账的人',
  }),
  rewrite('q7', {
    text: '说到“地方各级党委可以使用留存的党费组织培训基层党员干部”，本县用过哪一回，没用的时候顾虑什么？',
  }),
  rewrite('q8', {
    text: '补训名单一排出来，谁去顶岗、哪几天走得开，怎样排才让名单上的人真的坐进课堂？',
    followUps: ['顶岗的人为什么肯来，图的是什么？', '名单隔多久翻一遍，翻到没去的怎么办？'],
    expected: '一套补训安排，写明日子、顶岗的人和翻名单的人',
  }),
  rewrite('q8', { expected: '一份补训安排表，写明谁去、谁顶岗、谁来看名单' }),
  rewrite('q9', {
    text: '回去以后的第一个星期，您打算先动哪一件小事，别人从哪里看得出它动了？',
    followUps: ['这件事头一个要跟谁商量，怎样开口？', '要是动不了，先退到哪一步等着？'],
    expected: '每组一件先动的小事，写明别人从哪里看得出来',
  }),
  rewrite('q10', {
    text: '本县的几处培训场所，一年里各用了多少天，闲得最久的那一处拿来做什么最划算？',
    followUps: ['闲得最久的那一处，卡在位置、设施还是没人管？', '换一种用法，谁要多跑几趟？'],
    expected: '一张场所清单，写明用了多少和打算怎么用',
  }),
  rewrite('focus', {
    text: '本县网络培训学时和调训为什么总是管不实，病根在哪一环，头一步从哪里改起？',
  }),
  rewrite('aim1', {
    text: '摆清本县网络培训学时和调训眼下的真实情况，哪些是事实、哪些是看法，分开写。',
  }),
  rewrite('aim2', { text: '每组找出不少于三条管得不实的原因，说明哪些本县自己动手就能改。' }),
];

/** A rewriting that must not be taken, and a rule that it breaks. */
export type Planted = readonly [what: string, rule: string, rewriting: Rewriting];

const BESIDE_HOURS = '对照“出台干部网络培训学时管理办法”，';

export const DISHONEST: readonly Planted[] = [
  // Figures and dates.
  [
    'a number of hours from memory',
    '数字不实',
    rewrite('q2', { text: '县处级干部每年550学时，本县在登记这一步上差的是哪几类人？' }),
  ],
  [
    'hours that the trainer has told as a rule',
    '数字不实',
    rewrite('q2', { text: '县处级干部的110学时里，网上学习占多少，哪一步登记得最慢？' }),
  ],
  [
    'a share of its own',
    '数字不实',
    rewrite('q6', { text: '本县案例课程只占百分之二十，少的那部分毛病出在案例还是讲法上？' }),
  ],
  [
    'a bound turned round',
    '数字不实',
    rewrite('q6', {
      text: '案例课程、案例教材不超过1/3，本县超出的那部分讲得怎么样，毛病在哪里？',
    }),
  ],
  [
    'a figure of the basis that is not quoted, of something else',
    '数字不实',
    rewrite('q6', { text: '300门左右好教材摆出来，本县用上的是哪几门，没用上的毛病在哪里？' }),
  ],
  [
    'a deadline',
    '数字不实',
    rewrite('q1', { text: `${BESIDE_HOURS}本县2025年底前要办完的是哪几件，还差哪一件？` }),
  ],
  ['a month', '数字不实', rewrite('q8', { expected: '一套补训安排，3月底前报送' })],
  [
    'a frequency',
    '数字不实',
    rewrite('q8', { followUps: ['补训名单每季度通报两次，由谁来看？', '顶岗的人从哪里来？'] }),
  ],
  [
    'a number in Chinese numerals',
    '数字不实',
    rewrite('q10', { text: '本县现有二十六处培训场所，哪些用得上、哪些闲着，闲着的改作什么用？' }),
  ],
  [
    'a deadline in the expected output',
    '数字不实',
    rewrite('q9', { expected: '每组一件先做的事，六个月内做完' }),
  ],
  [
    'a number before a word that no list of units holds',
    '数字不实',
    rewrite('q4', { expected: '一张环节表，附五份审核记录' }),
  ],
  // Documents and places.
  [
    'a document number',
    '数字不实',
    rewrite('q3', {
      text: '照着中组发〔2024〕5号，本县点名调训的通知是怎样发的，单位和本人反应如何？',
    }),
  ],
  [
    'a document by its title',
    '文件不实',
    rewrite('q3', {
      text: '照着《干部教育培训工作条例》，单位和本人收到点名调训通知时的第一反应各是什么？',
    }),
  ],
  [
    'a document by its title in a follow-up',
    '文件不实',
    rewrite('q4', {
      followUps: ['《网络课程审核细则》写的哪一条最难做？', '标准写在哪里，谁最近翻看过？'],
    }),
  ],
  [
    'a place in the text',
    '出处不实',
    rewrite('q3', { text: '第三十三条说的点名调训，单位和本人收到通知时的第一反应各是什么？' }),
  ],
  [
    'a place of another statement',
    '出处不实',
    rewrite('q4', { text: '七（三）讲到的网络课程，本县在制作到退出的哪一个环节把关最松？' }),
  ],
  // Quotes.
  [
    'a quote of its own',
    '引文不实',
    rewrite('q3', {
      text: '说到“各级党组织对点名调训负总责”，单位和本人的第一反应各是什么，从哪里来？',
    }),
  ],
  [
    'a quote with a word changed',
    '引文不实',
    rewrite('q1', {
      text: '对照“出台干部网络培训学时考核办法”，本县已经做起来的是哪一部分，停着的是哪一部分？',
    }),
  ],
  [
    'a quote with its beginning left out in another kind of marks',
    '引文不实',
    rewrite('q4', { text: '对着『严管网络课程政治关』，本县在制作到退出的哪一个环节把关最松？' }),
  ],
  [
    'a quote that cuts 探索 off',
    '断章取义',
    rewrite('q1', {
      text: '对照“建立平台之间学时互认机制”，本县已经做起来的是哪一部分，停着的是哪一部分？',
    }),
  ],
  [
    'a quote that cuts 鼓励 off',
    '断章取义',
    rewrite('q5', {
      text: '说到“国家级干部教育培训机构和省、市两级党校（行政学院）教师到基层党校（行政学校）、省（自治区、直辖市）党性教育干部学院支教”，本县没有用起来，原因主要在哪一头？',
    }),
  ],
  [
    'a quote that cuts 可以 off',
    '断章取义',
    rewrite('q7', {
      text: '说到“使用留存的党费组织培训基层党员干部”，本县还有哪些钱和物，怎样合起来才说得清？',
    }),
  ],
  [
    'a quote that cuts 严控 off',
    '断章取义',
    rewrite('q10', {
      text: '对照“新设以党员干部为培训对象的培训机构”，本县现有的场所哪些用得上、哪些闲着？',
    }),
  ],
  [
    'a quote that loses its bound',
    '断章取义',
    rewrite('q6', {
      text: '对照“案例课程、案例教材不少于”，本县的案例课程讲下来，学员记住的是哪一段？',
    }),
  ],
  [
    'a quote that begins within a number',
    '断章取义',
    rewrite('q6', { text: '对照“00门左右好课程”，本县的案例课程讲下来，学员记住的是哪一段？' }),
  ],
  [
    'the statement that was asked about is gone',
    '丢了引文',
    rewrite('q1', { text: '网络培训学时这件事，本县已经做起来的是哪一部分，停着的是哪一部分？' }),
  ],
  [
    'marks that do not close',
    '引号',
    rewrite('q3', { text: '收到“点名调训的通知时，单位和本人的第一反应各是什么，从哪里来？' }),
  ],
  // Force and obligations.
  [
    'explored is told as required',
    '力度不符',
    rewrite('q1', {
      text: `${BESIDE_HOURS}各平台之间要建立学时互认机制，本县做到了哪一部分？`,
    }),
  ],
  [
    'encouraged is told as required',
    '要求不实',
    rewrite('q5', {
      followUps: ['省、市两级党校教师必须到基层党校支教，本县请过谁？', '请来以后，最缺什么？'],
    }),
  ],
  [
    'required is told as encouraged',
    '力度不符',
    rewrite('q1', {
      text: `${BESIDE_HOURS}鼓励有条件的地方出台网络培训学时管理办法，本县做到了哪一步？`,
    }),
  ],
  [
    'permitted is told as required',
    '力度不符',
    rewrite('q7', {
      text: '地方各级党委要使用留存的党费培训基层党员干部，本县还有哪些钱和物可以合起来用？',
    }),
  ],
  [
    'a duty of its own',
    '要求不实',
    rewrite('q8', { text: '单位一律在名单下来当天放人，本县怎样安排顶岗的人，让该去的去得成？' }),
  ],
  [
    'a ban of its own',
    '要求不实',
    rewrite('q3', {
      followUps: ['通知到了以后不得请假，单位是怎样答复的？', '最后去成的人，是谁腾出了时间？'],
    }),
  ],
  [
    'a requirement without a word for it but 要',
    '要求不实',
    rewrite('q9', { text: '各单位要成立整改小组，回到本单位以后第一个星期先动哪一件事？' }),
  ],
  [
    'a statement taken back',
    '力度不符',
    rewrite('q8', { text: '补训制度取消点名调训以后，怎样安排时间和顶岗的人，让该去的人去得成？' }),
  ],
  [
    'a duty in the expected output',
    '要求不实',
    rewrite('q4', { expected: '一张环节表，把关不严的单位应当书面检查' }),
  ],
  // Told as policy, told as known.
  [
    'a rule retold',
    '冒称政策',
    rewrite('q8', { text: '按规定补训在当年年内办结，怎样安排时间和顶岗的人，让该去的去得成？' }),
  ],
  [
    'what a plan is said to demand',
    '冒称政策',
    rewrite('q10', { text: '规划提出培训场所由县里统建统管，本县哪些用得上、哪些闲着？' }),
  ],
  [
    'what those above are said to have made clear',
    '冒称政策',
    rewrite('q9', {
      followUps: ['上级明确提出回单位后先写整改报告，写给谁？', '做不成的时候，退到哪一步？'],
    }),
  ],
  [
    'a finding of nobody',
    '凭空断言',
    rewrite('q6', { text: '调查显示学员不爱听案例课，本县的毛病出在案例本身还是讲法上？' }),
  ],
  [
    'what most are said to think',
    '凭空断言',
    rewrite('q3', { text: '多数干部不愿意参加点名调训，单位和本人的第一反应各是什么？' }),
  ],
  // Bodies, regions, persons.
  [
    'a body that nobody named',
    '机构不实',
    rewrite('q7', { text: '财政部门卡着培训经费的时候，本县还有哪些钱和物可以合在一起用？' }),
  ],
  [
    'a body above',
    '机构不实',
    rewrite('q4', {
      followUps: ['中央组织部来抽查的那次，发现了什么？', '标准写在哪里，谁看过？'],
    }),
  ],
  [
    'a body that no list knows',
    '机构不实',
    rewrite('q10', { expected: '一张场所清单，报县发展改革委备案' }),
  ],
  [
    'a company',
    '机构不实',
    rewrite('q2', { followUps: ['平台公司登记学时的时候在等什么？', '哪一步做了也没有人看？'] }),
  ],
  [
    'another province',
    '机构不实',
    rewrite('q9', {
      text: '学浙江的样子，回到本单位以后第一个星期先动哪一件事，做到什么样子算数？',
    }),
  ],
  [
    'a rank',
    '机构不实',
    rewrite('q3', { text: '县处级以上的人收到点名调训通知时，单位和本人的第一反应各是什么？' }),
  ],
  [
    'a person',
    '涉及人事评判',
    rewrite('q4', { followUps: ['王主任把关的那次为什么放过去了？', '标准写在哪里，谁看过？'] }),
  ],
  [
    'who is to be disciplined',
    '涉及人事评判',
    rewrite('q3', { text: '点名调训没有去的人，给谁处分、怎样处分，单位和本人才会有反应？' }),
  ],
  [
    'an appraisal',
    '涉及人事评判',
    rewrite('q8', { expected: '一套补训安排，没去成的取消评优资格' }),
  ],
  [
    'names',
    '要求点名',
    rewrite('q3', { text: '请说出不愿参加点名调训的人的姓名，单位和本人的理由各是什么？' }),
  ],
  // Form.
  [
    'a yes-or-no question',
    '是非题',
    rewrite('q2', { text: '最近一次网上学习，从接到通知到登记学时，经过的步骤是否都有必要？' }),
  ],
  [
    'a yes-or-no follow-up',
    '追问是非题',
    rewrite('q2', { followUps: ['这一步可以省掉吗？', '哪一步做了也没有人看？'] }),
  ],
  [
    'its answer inside',
    '答案藏在题里',
    rewrite('q4', { text: '网络课程把关松显然是因为人手不够，本县在哪一个环节最缺人？' }),
  ],
  [
    'several questions at once',
    '一题多问',
    rewrite('q2', { text: '网上学习经过了哪几步？哪一步最长？由谁来登记学时？' }),
  ],
  [
    'no question',
    '不是问题',
    rewrite('q9', { text: '回到本单位以后，第一个星期先动一件事，做到像样为止。' }),
  ],
  [
    'a slogan',
    '口号式提问',
    rewrite('q10', { text: '如何进一步加强培训场所建设管理和使用工作？' }),
  ],
  ['no follow-ups', '追问数目', rewrite('q8', { followUps: [] })],
  [
    'one follow-up',
    '追问数目',
    rewrite('q8', { followUps: ['顶岗的人从哪里来，回来以后怎样还这份情？'] }),
  ],
  [
    'four follow-ups',
    '追问数目',
    rewrite('q8', {
      followUps: ['顶岗的人从哪里来？', '名单由谁来看？', '时间怎样错开？', '回来以后怎样交接？'],
    }),
  ],
  [
    'the same follow-up twice',
    '追问重复',
    rewrite('q8', { followUps: ['顶岗的人从哪里来？', '顶岗的人从哪里来？'] }),
  ],
  ['no expected output', '预期产出', rewrite('q8', { expected: '' })],
  [
    'another matter',
    '离题',
    rewrite('q9', { text: '今天食堂的菜里，您最爱吃哪一道，下回想添什么口味？' }),
  ],
  [
    'the same as another question',
    '与前题重复',
    rewrite('q2', {
      text: '补训名单排出来以后，怎样安排时间和顶岗的人，让该去的人真正去得成学习？',
    }),
  ],
  [
    'a focus as a statement',
    '句式',
    rewrite('focus', { text: '本县把网络培训学时和调训管实，什么都不落下。' }),
  ],
  [
    'an aim with a figure',
    '数字不实',
    rewrite('aim1', { text: '说清本县网络培训学时的真实情况，完成率达到95%。' }),
  ],
  [
    'an aim as a duty',
    '要求不实',
    rewrite('aim2', { text: '找到管得不实的原因，各单位必须限期整改。' }),
  ],
  // Not plain Chinese.
  [
    'markdown',
    '不是规范中文',
    rewrite('q2', {
      text: '**最近一次网上学习**，从接到通知到登记学时，经过了哪几步，哪一步最长？',
    }),
  ],
  [
    'HTML',
    '不是规范中文',
    rewrite('q2', { text: '最近一次网上学习，经过了哪几步，<b>哪一步</b>花的时间最长？' }),
  ],
  [
    'English',
    '不是规范中文',
    rewrite('q2', { text: '最近一次网上学习的 workflow 经过了哪几步，哪一步花的时间最长？' }),
  ],
  ['a link', '不是规范中文', rewrite('q2', { expected: '一条流程线，模板见 https://example.com' })],
  [
    'an exclamation mark',
    '不是规范中文',
    rewrite('q8', { expected: '一套补训安排，一定要落到实处！' }),
  ],
  [
    'a list',
    '不是规范中文',
    rewrite('q8', { followUps: ['1. 顶岗的人从哪里来？', '2. 名单由谁来看？'] }),
  ],
  [
    'traditional characters',
    '不是规范中文',
    rewrite('q8', { text: '補訓名單排出來以後，怎樣安排時間和頂崗的人，讓該去的人真正去得成？' }),
  ],
];
