import { AWAITING_CONFIRMATION } from '../../../corpus/manifest.ts';
import { can, ROLE_NAMES } from '../../../people/abilities.ts';
import { type Person, standingOf } from '../../../people/person.ts';
import type { CorpusIndex } from '../../../retrieval/index/open.ts';
import { withoutTitleMarks } from '../../../text/title-marks.ts';
import { type Button, choices, plain, remark } from '../../blocks.ts';
import { COMMANDS, INTENT_RULES } from '../../commands.ts';
import type { FeatureReply, Occasion } from '../../feature.ts';
import type { DraftBlock, DraftButton } from '../../reply.ts';
import { offerMessages } from '../messages/offer.ts';
import { nameBlocks } from '../people/tell-name.ts';
import { whatLeaves } from './what-leaves.ts';

const WELCOME =
  '您好，我是干训助手。请直接提问，我从已批准的资料中查找规定，逐字引用原文并注明位置；资料中没有的，如实说明。';
const WHO_SEES_IT =
  '您可以随时清除。意见建议由管理员办理、署名答复，其中不显示是谁提的。请不要输入涉密内容和个人隐私。';
const LEDGER =
  '资料中没有答案或者答复没有帮助的提问，隐去人名和号码后记入待答问题，由教师和管理员研究答复，不显示提问人；登录的同志有答复时告知本人，告知以后不再保存是谁问的。';

const HELP = [
  '一、提问。用一句话写明对象和想问的事，例如“网络培训学时怎么管理？”。可以接着上一个问题追问，例如“那市县两级呢？”。',
  '二、核对。引文一字不改，下面注明资料名称和位置；点“查看原文”可以看到前后文。',
  '三、查不到时。“现有资料未载明”是资料中没有规定，“内容未收录”是附件内容不在资料中，“超出范围”是不属于本助手的工作。',
  '四、其他。发送“资料清单”查看现有资料，发送“导出对话”得到对话记录，发送“意见建议”给管理员留言，凭查询码看答复，发送“清除记录”删除本次对话。',
].join('\n');

/** Kinds of question shown as examples, one of each where there is one. */
const EXAMPLE_KINDS = ['figure', 'body', 'procedure'] as const;
const MOST_EXAMPLES = 3;
/** An example fits on two lines of a phone. */
const LONGEST_EXAMPLE = 28;
/** Pairs looked through for examples. */
const LOOKED_THROUGH = 200;

/** First words: what this is, who one is here, what it keeps, and what to ask. */
export async function start(on: Occasion): Promise<FeatureReply> {
  const { index, state, person, isPublic } = on;
  const who = await whoIsThere(on);
  const nameless = isPublic ? null : namelessOf(person);
  const opened = await index();
  return {
    placement: 'turn',
    state: {
      ...state,
      context: null,
      expecting: nameless === null ? 'question' : 'name',
      toldOf: on.model?.host ?? null,
    },
    blocks: [
      { kind: 'text', tone: 'lead', text: WELCOME },
      ...who,
      { kind: 'text', tone: 'plain', text: materialsInBrief(opened) },
      { kind: 'text', tone: 'notice', text: whatIsKept(on) },
      ...(nameless === null ? examplesOf(opened) : nameBlocks(nameless)),
    ],
  };
}

/** Whoever acts for others or stands on a list of a class, and has no name yet. */
function namelessOf(person: Person | null): Person | null {
  const isNamed = person === null || person.name !== '';
  if (isNamed || (person.role === 'learner' && person.memberships.length === 0)) return null;
  return person;
}

/** Who one is to the assistant, and what one can do besides asking; nothing for a stranger. */
async function whoIsThere(on: Occasion): Promise<DraftBlock[]> {
  const { person, people, shows, isPublic } = on;
  if (person === null || isPublic) return [];
  const classes = await Promise.all(
    person.memberships.map(async ({ classId, part }) => {
      const found = await people.class(classId);
      return found === null ? '' : `“${found.name}”${ROLE_NAMES[part]}`;
    }),
  );
  const told = classes.filter((one) => one !== '').join('、') || ROLE_NAMES[person.role];
  const offered = await offerMessages({ ...on, person });
  const learning: Button[] = [
    ['学习记录', { kind: 'open-check-in', on: null }],
    ['回忆题', { kind: 'ask-recall', material: null, place: null }],
    ['我的学习地图', { kind: 'open-map' }],
    ['我的班次', { kind: 'open-classes' }],
    ['问卷', { kind: 'list-surveys' }],
    ...(can(person.role, 'prepare-seminar')
      ? ([['研讨方案', { kind: 'order-kit' }]] as const)
      : []),
    ...(can(person.role, 'prepare-questionnaire')
      ? ([['问卷管理', { kind: 'list-questionnaires', from: 0 }]] as const)
      : []),
    ...(can(person.role, 'manage-materials')
      ? ([['资料管理', { kind: 'list-shelf', of: 'current', from: 0 }]] as const)
      : []),
    ...(can(person.role, 'answer-suggestions')
      ? ([['意见办理', { kind: 'list-suggestions', of: 'pending', from: 0 }]] as const)
      : []),
    ...(can(person.role, 'answer-ledger')
      ? ([['待答问题', { kind: 'list-ledger', of: 'current', from: 0 }]] as const)
      : []),
    ...(can(person.role, 'see-insight')
      ? ([['运行情况', { kind: 'open-stats', span: 30 }]] as const)
      : []),
    ...(can(person.role, 'notify-class') ? ([['发通知', { kind: 'new-reminder' }]] as const) : []),
    ...offered.buttons,
  ];
  return [
    plain(`${person.name === '' ? '您' : `${person.name}，您`}的身份：${told}。`),
    ...offered.remarks.map(remark),
    ...(shows === 'page' ? [remark(KEEP_A_CODE)] : []),
    choices('常用功能', ...learning),
  ];
}

/** What the person's role adds to what everyone can do. */
function helpFor({ person, isPublic }: Occasion): DraftBlock[] {
  const standing = isPublic ? 'stranger' : standingOf(person);
  if (standing === 'stranger') return [remark(SIGN_IN)];
  const lines = [FOR_LEARNING, FOR_MESSAGES, FOR_SEMINARS, FOR_SURVEYS];
  if (can(standing, 'see-members')) lines.push(FOR_TRAINERS);
  if (can(standing, 'notify-class')) lines.push(FOR_NOTICES);
  if (can(standing, 'prepare-seminar')) lines.push(FOR_SEMINAR_KITS);
  if (can(standing, 'prepare-questionnaire')) lines.push(FOR_QUESTIONNAIRES);
  if (can(standing, 'prepare-material')) lines.push(FOR_MATERIALS);
  if (can(standing, 'manage-materials')) lines.push(FOR_GATE);
  if (can(standing, 'answer-ledger')) lines.push(FOR_LEDGER);
  if (can(standing, 'manage-reminders')) lines.push(FOR_REMINDERS);
  if (can(standing, 'administer')) lines.push(FOR_ADMINISTRATORS);
  if (can(standing, 'answer-suggestions')) lines.push(FOR_ANSWERING);
  if (can(standing, 'see-insight')) lines.push(FOR_INSIGHT);
  if (can(standing, 'see-audit')) lines.push('操作记录：发送“操作记录”查看管理操作。');
  const commands = COMMANDS.filter(
    ({ intent, offered }) => offered !== 'nowhere' && can(standing, INTENT_RULES[intent].action),
  ).map(({ name, description }) => `/${name} ${description}`);
  return [plain(lines.join('\n')), remark(`命令：${commands.join('，')}`)];
}

const KEEP_A_CODE =
  '请在“我的数据”中取登录码并妥善保管：退出登录、换设备以后要用它登录，别人不能代为取得。';
const SIGN_IN =
  '持有邀请码的，登录后可以使用学习记录、回忆题、学习地图和班次功能；邀请码向班次教师或者管理员索取。';
const FOR_LEARNING =
  '学习：发送“学习记录”（或“打卡”）记一次学习，也可以一句话记完，例如“打卡 五（二）”“补记 昨天 听了专题讲座”；“回忆题”按原文出题，到期提醒复习；“我的学习地图”看学过哪些；“我的数据”查看、导出、删除。记录自愿填写，只有本人能看到。';
const FOR_QUESTIONNAIRES =
  '问卷：发送“问卷管理”查看问卷，发送“新建问卷”起草培训需求问卷或者班次评估问卷，也可以一句话说完，例如“给县处级干部做一份关于基层治理的培训需求问卷”；改好以后预览、发布，截止以后看报告。发送“培训需求诊断”汇总一个班次的需求。';
const FOR_MESSAGES =
  '提醒和消息：发送“学习提醒”自愿开启，也可以一句话说完，例如“每周二、四 12:30 提醒我学习”；“暂停提醒两周”“停止提醒”随时有效。发送“消息”查看收到的提醒和班务通知。';
const FOR_SEMINARS =
  '研讨：发送“研讨”和教师给出的六位研讨码参加；研讨中发来的话记作意见，句末带问号的照常答复。';
const FOR_SURVEYS =
  '问卷：发送“问卷”查看需要填写的问卷，一题一题填，随时可以停下，发送“继续填写”接着填；提交后答案不与您对应。';
const FOR_TRAINERS = '班次：发送“我的班次”查看名单、学习概况和学员分享，邀请学员并打印邀请单。';
const FOR_SEMINAR_KITS =
  '研讨方案：发送“研讨方案”逐项填写，也可以一句话写完，例如“研讨方案：训前需求调研走过场，各县干训干部班，40人，半天”；做好后可以改题目、人数和时长，导出 Word，共享给同班次的教师。发送“我的研讨方案”查看做过的。';
const FOR_NOTICES =
  '通知：发送“发通知”选模板或者自己写，也可以一句话写完，例如“给任职培训班发通知：6月2日上午9点在一号教室开班”；先预览接收的人和时间，确认后才发送。发送“提醒管理”查看草稿和发送情况。';
const FOR_REMINDERS =
  '学习提醒：发送“新建提醒”选范围、内容和时间，可以定期发送；只发给自己开启了学习提醒的人。';
const FOR_INSIGHT =
  '统计：发送“运行情况”查看需要办理的事项和提问、答复、资料引用、消息发送的合计，可以导出表格。';
const FOR_ADMINISTRATORS = '管理：在“我的班次”中新建班次、邀请教师和管理员、导入名单。';

const FOR_ANSWERING =
  '意见办理：发送“意见办理”查看待办、办理中和办结的意见建议，署名答复或者写明不予采纳的原因；不显示是谁提的，原文不能改。';
const FOR_MATERIALS =
  '资料：直接发来 Word、PDF、网页或者文本文件，读成文字后请您核对、登记、提交审核；由另一位管理员批准后才引用。发送“资料管理”查看待审核的、草稿和现行的资料，可以上传新版本、停用旧资料。';

const FOR_GATE =
  '把关：资料、问答有变动的，先用把关题与现在的答复比较，有题变差的不启用，答复仍按原来的给出。发送“把关”查看结果，新旧引文对照；核对无误的，写明理由后启用。发送“把关题”查看、新增、修改。';
const FOR_LEDGER =
  '待答问题：资料中没有答上来的、被评为“没帮助”的提问汇总在这里，不显示提问人。发送“待答问题”查看交给您的和可以认领的，从资料中选引文、写一句答复，由另一位管理员批准后收为问答，提过的人会收到消息。';

export async function help(on: Occasion): Promise<FeatureReply> {
  const opened = await on.index();
  return {
    placement: 'turn',
    blocks: [
      { kind: 'text', tone: 'heading', text: '使用说明' },
      { kind: 'text', tone: 'plain', text: HELP },
      ...helpFor(on),
      { kind: 'text', tone: 'notice', text: whatIsKept(on) },
      ...examplesOf(opened),
    ],
  };
}

/** Every material that may be cited, with who approved it. */
export async function listMaterials({ index }: Occasion): Promise<FeatureReply> {
  const { store } = await index();
  const materials = store.materials();
  if (materials.length === 0) {
    return { placement: 'turn', blocks: [{ kind: 'text', tone: 'lead', text: NO_MATERIALS }] };
  }
  const lines = materials.map(
    ({ title, kind, approver }, at) =>
      `${at + 1}. 《${withoutTitleMarks(title)}》（${kind}；批准情况：${approver}）`,
  );
  return {
    placement: 'turn',
    blocks: [
      { kind: 'text', tone: 'lead', text: `现有资料 ${materials.length} 份，只引用这些资料：` },
      { kind: 'text', tone: 'plain', text: lines.join('\n') },
      { kind: 'text', tone: 'notice', text: '方法参考不是政策文件，不作为政策依据。' },
    ],
  };
}

const NO_MATERIALS = '目前没有可用的资料，请联系管理员。';

/** What is kept, who sees it, and where it goes. */
function whatIsKept({
  carrier,
  model,
  answerDays,
}: Pick<Occasion, 'carrier' | 'model' | 'answerDays'>): string {
  const kept = '提问、答复和评价保存在运行本助手的这台机器上，由维护人员保管，供您查看历史记录';
  const drafted = model === null ? '' : `；${whatLeaves(model.host)}；除此以外`;
  const carried =
    carrier === null
      ? '不发送给其他单位和服务；'
      : `不另行发送给其他单位和服务；但在 ${carrier} 中往来的消息经过其服务器，并在其中留存，须由您自行删除。本机保存的记录，`;
  const cited =
    answerDays === 0
      ? ''
      : `答复引用了哪些条文另外保存 ${answerDays} 天（不含提问），登录的同志得到的引文以后修改、停用的，据此告知本人。`;
  return `${kept}${drafted}，${carried}${WHO_SEES_IT}${cited}${LEDGER}`;
}

function materialsInBrief({ store }: CorpusIndex): string {
  const materials = store.materials();
  const policies = materials.filter(({ kind }) => kind === '政策文件');
  if (policies.length === 0) return NO_MATERIALS;
  const titles = policies.slice(0, 3).map(({ title }) => `《${withoutTitleMarks(title)}》`);
  const more = policies.length > titles.length ? `等 ${policies.length} 份政策文件` : '';
  const awaiting = materials.some(({ approver }) => approver === AWAITING_CONFIRMATION)
    ? `资料${AWAITING_CONFIRMATION}，正式引用前请与文件原件核对。`
    : '';
  return `政策依据：${titles.join('')}${more}。${awaiting}`;
}

/** Approved questions of different kinds, so that people see what can be asked. */
function examplesOf({ store }: CorpusIndex): DraftBlock[] {
  const count = Math.min(store.pairCount(), LOOKED_THROUGH);
  const pairs = Array.from({ length: count }, (_, ordinal) => store.pairAt(ordinal)).filter(
    ({ questions }) => (questions[0] ?? '').length <= LONGEST_EXAMPLE,
  );
  const specific = pairs.filter(({ quotes }) => quotes[0]?.place.includes('（'));
  const ofKinds = EXAMPLE_KINDS.flatMap((kind) => specific.find((one) => one.kind === kind) ?? []);
  const examples = [...new Set([...ofKinds, ...specific, ...pairs])].slice(0, MOST_EXAMPLES);
  if (examples.length === 0) return [];
  const buttons = examples.map(({ questions }): DraftButton => {
    const question = questions[0] as string;
    return { label: question, deed: { kind: 'ask', question } };
  });
  return [{ kind: 'buttons', role: 'related', label: '可以这样问', buttons }];
}
