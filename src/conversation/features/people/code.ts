import { groupedCode, hashCode, makeCode, makeInvitationId } from '../../../people/invitation.ts';
import type { Invitation } from '../../../people/store.ts';
import { plain, remark } from '../../blocks.ts';
import type { CodeLink } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import type { Change } from '../../store.ts';

/** A new code, and the change that makes it good. */
export function newCode(
  fields: Pick<Invitation, 'role' | 'classId' | 'person' | 'places' | 'note'>,
  lastsMs: number,
  now: Date,
): {
  readonly id: string;
  readonly code: string;
  readonly expires: Date;
  readonly change: Change;
} {
  const code = makeCode();
  const id = makeInvitationId();
  const expires = new Date(now.getTime() + lastsMs);
  const invitation = {
    ...fields,
    id,
    codeHash: hashCode(code),
    createdAt: now.toISOString(),
    expiresAt: expires.toISOString(),
  };
  return { id, code, expires, change: { of: 'people', change: { kind: 'invite', invitation } } };
}

/** What of a code the history must not keep. */
export function secretsOf(code: string): readonly string[] {
  return [code, groupedCode(code)];
}

/** A code and where it can be used. */
export function codeBlocks(code: string, links: readonly CodeLink[]): DraftBlock[] {
  const lines = links.map(({ label, url }) => `${label}：${url}`);
  return [
    plain(`邀请码：${groupedCode(code)}`),
    ...(lines.length === 0 ? [] : [plain(lines.join('\n'))]),
    remark('可以点链接，也可以在网页菜单“登录”中或者向机器人输入邀请码。'),
  ];
}
