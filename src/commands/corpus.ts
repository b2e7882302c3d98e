import { UsageError } from '../errors.ts';
import type { Command } from './command.ts';

const USAGE = `用法（资料写作 编号 或 编号@版本，各项都可加 --json）：
  corpus list [--all]                      现行资料；--all 列出全部版本
  corpus check | index | text 资料          检查、建立索引、显示全文
  corpus add 文件 [--title 标题] [--issuer 发文机关] [--edition 文号或版次]
             [--kind 政策文件|方法参考] [--openness 公开|内部] [--class 班次编号]…
             [--from 生效日期] [--to 失效日期] [--replaces 资料编号] [--id 新编号] [--by 姓名]
                                           收进草稿；--replaces 作为已有资料的新版本
  corpus show 资料                          登记内容、经过和文件读取情况
  corpus change 资料 [--title …等] [--by 姓名]  修改草稿的登记内容
  corpus submit 资料 [--by 姓名]            提交审核
  corpus approve 资料 --by 姓名             批准（不能是提交人）
  corpus return 资料 --reason 理由 [--by 姓名]  退回修改
  corpus retire 资料 --reason 理由 [--by 姓名]  停用
  corpus discard 资料 [--by 姓名]           放弃草稿
  corpus diff 资料 [旧版本 新版本]           比较两个版本
  corpus faq                               问答：谁答复、谁批准，哪些今天没有依据
  corpus golden                            把关题：按现在的答复哪些符合
  corpus export 文件.zip                    导出整套资料
  corpus import 文件.zip [--yes]            用导出的整套资料替换现有资料`;

/** Loaded when named, as commands are. */
const ACTIONS: Readonly<Record<string, () => Promise<Command>>> = {
  list: async () => (await import('./corpus/list.ts')).list,
  check: async () => (await import('./corpus/check.ts')).check,
  index: async () => (await import('./corpus/build.ts')).build,
  text: async () => (await import('./corpus/text.ts')).text,
  add: async () => (await import('./corpus/add.ts')).add,
  show: async () => (await import('./corpus/show.ts')).show,
  change: async () => (await import('./corpus/change.ts')).change,
  submit: async () => (await import('./corpus/steps.ts')).submit,
  approve: async () => (await import('./corpus/steps.ts')).approve,
  return: async () => (await import('./corpus/steps.ts')).giveBack,
  retire: async () => (await import('./corpus/steps.ts')).retire,
  discard: async () => (await import('./corpus/steps.ts')).discard,
  diff: async () => (await import('./corpus/diff.ts')).diff,
  faq: async () => (await import('./corpus/faq.ts')).faq,
  golden: async () => (await import('./corpus/golden.ts')).golden,
  export: async () => (await import('./corpus/archive.ts')).exportByCommand,
  import: async () => (await import('./corpus/archive.ts')).importByCommand,
};

/** `corpus …`: the materials from draft to retirement, and what is made of them. */
export const corpus: Command = async (args, context) => {
  const [action = '', ...rest] = args;
  const load = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (load === undefined) throw new UsageError(USAGE);
  return (await load())(rest, context);
};
