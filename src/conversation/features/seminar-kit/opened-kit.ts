import { type Kit, readKit } from '../../../seminar/kit.ts';
import { type StandingKit, withStandingBasis } from '../../../seminar/standing-basis.ts';
import type { KitRecord } from '../../../seminar/store.ts';
import { choices, lead, remark } from '../../blocks.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import { openIn } from '../../readable.ts';
import type { DraftBlock } from '../../reply.ts';

/** A kit with what the person may do: its owner everything, a reader all but change it. */
export interface OpenedKit {
  readonly record: KitRecord;
  readonly kit: Kit;
  readonly right: 'own' | 'read';
  /** Statements that it quoted and that are approved text no more: they are left out of it. */
  readonly gone: number;
}

const GONE = '这份研讨方案已经删除，或者没有共享给您。发送“我的研讨方案”可以查看现有的。';
const OWNER_ALONE = '这份研讨方案是别人共享给您的，不能修改。可以点“复制”，复制成您自己的再改。';

type Then = (opened: OpenedKit) => FeatureReply | Promise<FeatureReply>;

/** Does something with a kit that a person may read; else says why not. */
export async function withKit(id: string, on: PersonalOccasion, then: Then): Promise<FeatureReply> {
  const record = await on.seminars.kit(id);
  if (record === null) return say(GONE);
  const isOwn = record.owner === on.person.id;
  if (!isOwn && !(await on.seminars.readers(id)).includes(on.person.id)) return say(GONE);
  const kept = readKit(record.kit);
  if (kept === null) return unreadable(id, isOwn);
  const { kit, gone } = await standingKit(kept, on);
  return then({ record, kit, right: isOwn ? 'own' : 'read', gone });
}

/** A kit as it may be shown now; it goes on to others, so that it quotes what is for everyone alone. */
export async function standingKit(kept: Kit, on: PersonalOccasion): Promise<StandingKit> {
  const { store } = openIn(await on.index());
  return withStandingBasis(kept, { materialText: (one) => store.materialText(one) });
}

/** Does something that its owner alone may do. */
export function withOwnKit(id: string, on: PersonalOccasion, then: Then): Promise<FeatureReply> {
  return withKit(id, on, (opened) =>
    opened.right === 'own'
      ? then(opened)
      : {
          placement: 'turn',
          blocks: [
            lead(OWNER_ALONE),
            choices(
              '研讨方案',
              ['复制', { kind: 'ask-copy-kit', kit: id }],
              ['返回方案', { kind: 'open-kit', kit: id }],
            ),
          ],
        },
  );
}

function unreadable(id: string, isOwn: boolean): FeatureReply {
  return {
    placement: 'turn',
    blocks: [
      lead('这份研讨方案是另一版本的程序做的，现在打不开。请重新做一份。'),
      choices(
        '研讨方案',
        ['新做一份', { kind: 'order-kit' }],
        ...(isOwn ? ([['删除', { kind: 'ask-remove-kit', kit: id }]] as const) : []),
      ),
    ],
  };
}

/** What is said of a kit whose basis has changed behind it. */
export function goneRemark({ gone }: Pick<OpenedKit, 'gone'>): DraftBlock[] {
  return gone === 0
    ? []
    : [
        remark(
          `有 ${gone} 处引文已不在现行资料中（资料更新或者停用），已从政策依据中去掉。题目里引用的这些原文也已去掉，请换一道或者改写。`,
        ),
      ];
}
