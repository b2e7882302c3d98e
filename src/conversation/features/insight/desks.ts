import type { Button } from '../../blocks.ts';

/** Where what totals tell of is worked on. */
export const DESKS = {
  ledger: ['待答问题', { kind: 'list-ledger', of: 'current', from: 0 }],
  suggestions: ['意见办理', { kind: 'list-suggestions', of: 'pending', from: 0 }],
  gate: ['把关结果', { kind: 'open-gate' }],
  materials: ['资料管理', { kind: 'list-shelf', of: 'current', from: 0 }],
  reminders: ['通知提醒', { kind: 'list-reminders', from: 0 }],
} as const satisfies Readonly<Record<string, Button>>;
