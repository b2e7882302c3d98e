/** Words after which somebody is named. */
export const BEFORE_NAME = wordsOf(`
  我 叫 我叫 是 我是 请 让 给 找 问 和 跟 与 同 对 替 帮 派 由 选 送 听 把 被 对于 关于 比 如 像
  为 向 以及 还有 学员 同事 领导 老师 教师 主任 书记 局长 处长 科长 部长 院长 校长 班长 组长 朋友 同学
  名叫 姓名 联系人 同志 干部 下属 推荐 安排 邀请 选派 问一下 一下 请问 像是 表扬 批评 替换 顶替 代替 陪
  带 带着 挑 抽调 联系 通知 告诉 叫做 本人 教授 专家 班主任 负责人 经办人 人 里 的
`);
/** Words that say by themselves that a name follows. */
export const INTRODUCING =
  /(?:我叫|名叫|叫做|名字是|名字叫|姓名\s*[:：是为]?|本人是?|联系人\s*[:：是为]?|(?:同事|学员|下属|朋友|同学|老乡|战友|爱人|儿子|女儿|姓名)(?:是|叫)?|经办人\s*[:：是为]?)\s*$/u;
/** Words that go on about somebody who was named. */
export const AFTER_NAME = wordsOf(`
  说 问 能 能不能 可 可以 该 该不该 去 来 在 的 想 要 会 是 有 没 没有 参加 请假 和 跟 与 同志 今年
  明年 去年 这次 上次 让 也 都 就 还 已经 今天 明天 昨天 刚 刚才 老是 总 没来 缺课 算 被 讲 讲课 提
  提出 报名 作为 年 他 她 谁 行 适合 合适 够 符合 打 安排 出国 旷课 迟到 早退 已 正在 打算 准备 需要
  必须 所在 同学 老师 不 到 反映 认为 觉得 要求 希望 应该 怎么 什么 什么时候 几 退休 任
`);
/** Signs that stand in no given name. */
export const NEVER_GIVEN = new Set(
  '的了和与及在是等被把对为以就要会能请让给由向不有没这那各级位名个吗呢吧啊么什谁哪怎几多少我你他她它们说问去来到得着过还又只但或且做办搞用看该应上下里前后间内时候年号班校部局处科室厅委员课训教培规划政策件',
);

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}
