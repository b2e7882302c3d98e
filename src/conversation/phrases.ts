import type { IntentKind } from './commands.ts';

/** Phrases that mean one thing only; anything less clear is a question. */
const PHRASES: Readonly<Record<string, IntentKind>> = {
  ...namesOf('start', '你好 您好 你是谁 您是谁 在吗 开始'),
  ...namesOf('help', '帮助 使用说明 怎么用 你能做什么 你会做什么 能做什么 功能'),
  ...namesOf('materials', '资料清单 资料目录 有哪些资料 现有资料'),
  ...namesOf('export', '导出对话 导出记录 导出对话记录'),
  ...namesOf('forget', '清除记录 清空记录 删除记录 清除对话'),
  ...namesOf('suggest', '意见建议 提意见 提建议 我要提意见 意见箱'),
  ...namesOf('check-in', '学习记录 打卡 签到 学习打卡 我要打卡 记学习 记录学习 记一次学习'),
  ...namesOf('made-up', '补记 补打卡 补记学习'),
  ...namesOf('recall', '回忆题 复习 做题 复习题 开始复习 做回忆题'),
  ...namesOf('map', '学习地图 我的学习地图 学习日历'),
  ...namesOf('records', '我的记录 我的学习记录 查看记录 学习情况'),
  ...namesOf('my-data', '我的数据 个人数据 我的信息 导出数据 导出学习记录'),
  ...namesOf(
    'study-reminder',
    '学习提醒 提醒设置 学习提醒设置 设置学习提醒 开启学习提醒 设置提醒 我的提醒 提醒我学习',
  ),
  ...namesOf('messages', '消息 我的消息 收件箱 通知 我的通知 未读消息 查看消息'),
  ...namesOf('classes', '我的班次 班次 我的班级 班级 班次管理'),
  ...namesOf('audit', '操作记录 审计记录 操作日志'),
  ...namesOf(
    'seminar',
    '研讨方案 结构化研讨 结构化研讨方案 研讨题目 做研讨方案 做研讨 新建研讨方案 做一个研讨方案 做一份研讨方案 准备研讨 组织研讨',
  ),
  ...namesOf('kits', '我的研讨方案 研讨方案列表 查看研讨方案'),
  ...namesOf('join-session', '研讨 参加研讨 加入研讨 我的研讨 当前研讨 研讨进度'),
  ...namesOf('surveys', '问卷 我的问卷 填问卷 填写问卷 答问卷 问卷列表 待填问卷'),
  ...namesOf('resume-survey', '继续填写 接着填 继续填问卷 继续填写问卷'),
  ...namesOf('leave-session', '退出研讨 离开研讨'),
  ...namesOf(
    'reminders',
    '通知提醒 提醒管理 通知管理 通知列表 提醒列表 我发的通知 已发通知 发送情况 通知草稿 提醒草稿',
  ),
  ...namesOf(
    'new-reminder',
    '发通知 发个通知 发一条通知 发班务通知 新建通知 写通知 发提醒 发个提醒 新建提醒 新建学习提醒 发学习提醒',
  ),
  ...namesOf('questionnaires', '问卷管理 我做的问卷 已发布的问卷 问卷草稿 问卷统计'),
  ...namesOf(
    'new-questionnaire',
    '做问卷 新建问卷 新做问卷 做一份问卷 做一个问卷 出问卷 设计问卷 制作问卷 培训需求问卷 培训需求调研 培训需求调研问卷 做培训需求问卷 班次评估 班次评估问卷 做班次评估问卷 发问卷',
  ),
  ...namesOf('import-questionnaire', '导入问卷'),
  ...namesOf('diagnosis', '培训需求诊断 需求诊断'),
  ...namesOf('keep-materials', '资料管理 管理资料 资料审核 待审核资料 审核资料 资料草稿 我的资料'),
  ...namesOf('add-material', '上传资料 新增资料 导入资料 添加资料 提交资料 上传文件'),
  ...namesOf(
    'ledger',
    '待答问题 待答 问题台账 待答台账 未答问题 没答上的问题 待答问题台账 交给我的问题 答复待答问题',
  ),
  ...namesOf('golden', '把关题 管理把关题 把关题管理 把关题目 新增把关题'),
  ...namesOf('cancel', '取消 算了'),
  ...namesOf(
    'thanks',
    '谢谢 谢谢你 谢谢您 谢谢了 感谢 多谢 好的谢谢 好的 好 收到 知道了 明白了 再见',
  ),
};

/** Undefined for anything that is no such phrase. */
export function meantBy(phrase: string): IntentKind | undefined {
  return Object.hasOwn(PHRASES, phrase) ? PHRASES[phrase] : undefined;
}

function namesOf(name: IntentKind, phrases: string): Record<string, IntentKind> {
  return Object.fromEntries(phrases.split(' ').map((phrase) => [phrase, name]));
}
