/** What needs no further words. */
export type SimpleIntent =
  | 'start'
  | 'help'
  | 'materials'
  | 'export'
  | 'forget'
  | 'cancel'
  | 'thanks'
  | 'show-source';

/** A command as chat apps offer them, with what their menu says of it. */
export interface Command {
  /** Without its slash. */
  readonly name: string;
  readonly intent: SimpleIntent | 'suggest' | 'ask';
  readonly description: string;
  /** Where a menu offers it: in a talk of two, in a group, in both. */
  readonly offered: 'alone' | 'in-groups' | 'everywhere' | 'nowhere';
}

export const COMMANDS: readonly Command[] = [
  { name: 'start', intent: 'start', description: '开始使用', offered: 'nowhere' },
  // In a group, apps pass on to an assistant what is a command, and not always what calls its name.
  { name: 'ask', intent: 'ask', description: '提问（命令后面写问题）', offered: 'in-groups' },
  { name: 'help', intent: 'help', description: '使用说明', offered: 'everywhere' },
  { name: 'sources', intent: 'materials', description: '资料清单', offered: 'everywhere' },
  { name: 'suggest', intent: 'suggest', description: '意见建议', offered: 'alone' },
  { name: 'export', intent: 'export', description: '导出对话', offered: 'alone' },
  { name: 'clear', intent: 'forget', description: '清除记录', offered: 'alone' },
  { name: 'cancel', intent: 'cancel', description: '取消', offered: 'nowhere' },
];
