import type { Button } from '../../blocks.ts';

/** Where what totals tell of is worked on. */
export const DESKS = {
  materials: ['资料管理', { kind: 'list-shelf', of: 'current', from: 0 }],
  reminders: ['通知提醒', { kind: 'list-reminders', from: 0 }],
} as const satisfies Readonly<Record<string, Button>>;
