/** What needs no further words. */
export type SimpleIntent =
  | 'start'
  | 'help'
  | 'materials'
  | 'export'
  | 'forget'
  | 'cancel'
  | 'show-source';

/** A command as chat apps offer them, with what their menu says of it. */
export interface Command {
  /** Without its slash. */
  readonly name: string;
  readonly intent: SimpleIntent | 'suggest';
  readonly description: string;
  /** Where a menu offers it: in a talk of two, or in a group too. */
  readonly offered: 'alone' | 'everywhere' | 'nowhere';
}

export const COMMANDS: readonly Command[] = [
  { name: 'start', intent: 'start', description: '开始使用', offered: 'nowhere' },
  { name: 'help', intent: 'help', description: '使用说明', offered: 'everywhere' },
  { name: 'sources', intent: 'materials', description: '资料清单', offered: 'everywhere' },
  { name: 'suggest', intent: 'suggest', description: '意见建议', offered: 'alone' },
  { name: 'export', intent: 'export', description: '导出对话', offered: 'alone' },
  { name: 'clear', intent: 'forget', description: '清除记录', offered: 'alone' },
  { name: 'cancel', intent: 'cancel', description: '取消', offered: 'nowhere' },
];
