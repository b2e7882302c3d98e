import type { Contribution, SeminarSession } from '../../../seminar/session/session.ts';
import { standing, withMerged } from '../../../seminar/session/standing.ts';
import { type MergeGroup, suggestMerges } from '../../../seminar/session/suggest-merges.ts';
import { type Button, choices, heading, lead, plain, remark } from '../../blocks.ts';
import type { Deed, DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import type { Change } from '../../store.ts';
import { asOwner, asOwnerOfOpen, steering } from './access.ts';
import { panel } from './panel.ts';
import { called, nameOf, numbersInWords, standingLine } from './words.ts';

/** Groups that are looked through at once. */
const GROUPS_AT_ONCE = 6;
const NOT_MERGING = '现在不是归并阶段，没有变动。';

/** Near-duplicates, group by group: nothing is merged before the trainer agrees. */
export async function offerMerges(
  { session: id, skipped }: Omit<DeedOf<'suggest-merges'>, 'kind'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return whileMerging(id, on, async (session) => {
    const list = await on.seminars.contributions(id, session.round);
    return steering(session, on, { blocks: suggestions(session, list, skipped) });
  });
}

/** Merges groups that the trainer has agreed to, and shows what is left. */
export async function mergeGroups(
  { session: id, groups, skipped }: Omit<DeedOf<'merge'>, 'kind'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return whileMerging(id, on, async (session) => {
    const list = await on.seminars.contributions(id, session.round);
    let after: readonly Contribution[] = list;
    const changes = groups.map(({ into, ids }): Change => {
      after = withMerged(after, ids, into);
      return { of: 'seminar', change: { kind: 'merge', session: id, ids, into } };
    });
    const ids = groups.flatMap((group) => group.ids);
    return steering(session, on, {
      changes,
      blocks: [
        lead(groups.map((group) => mergedInWords(list, group.ids, group.into)).join('\n')),
        choices('刚才的归并', ['撤销归并', { kind: 'unmerge', session: id, ids }]),
        ...suggestions(session, after, skipped),
      ],
    });
  });
}

export async function unmerge(
  { session: id, ids }: Omit<DeedOf<'unmerge'>, 'kind'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return whileMerging(id, on, async (session) => {
    const list = await on.seminars.contributions(id, session.round);
    const named = list.filter((one) => ids.includes(one.id));
    const change = { kind: 'merge', session: id, ids, into: null } as const;
    return steering(session, on, {
      changes: [{ of: 'seminar', change }],
      blocks: [lead(`${numbersInWords(named)}已恢复为单独的意见。`), mergeButtons(session)],
    });
  });
}

/** Merges by numbers, the first of which the others go into; or takes out again. */
export async function mergeByNumbers(
  id: string,
  numbers: readonly number[],
  isOut: boolean,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return whileMerging(id, on, async (session) => {
    const list = await on.seminars.contributions(id, session.round);
    const named = numbers.map((number) => list.find((one) => one.number === number));
    const missing = numbers.filter((_, at) => named[at] === undefined);
    const known = named.filter((one) => one !== undefined);
    const [first, ...others] = known.map((one) => one.id);
    if (missing.length > 0 || first === undefined) {
      const told = `清单上没有第 ${missing.join('、')} 条，没有变动。请核对编号。`;
      return steering(session, on, { blocks: [lead(told), mergeButtons(session)] });
    }
    if (isOut) return unmerge({ session: id, ids: known.map((one) => one.id) }, on);
    return mergeGroups({ session: id, groups: [{ into: first, ids: others }], skipped: [] }, on);
  });
}

function whileMerging(
  id: string,
  on: PersonalOccasion,
  act: (session: SeminarSession) => Promise<FeatureReply>,
): Promise<FeatureReply> {
  return asOwnerOfOpen(id, on, (session) =>
    session.phase === 'merge' ? act(session) : panel(session, on, [lead(NOT_MERGING)]),
  );
}

function suggestions(
  session: SeminarSession,
  list: readonly Contribution[],
  skipped: readonly string[],
): DraftBlock[] {
  const groups = suggestMerges(list).filter(({ into }) => !skipped.includes(into.id));
  const left = standing(list).length;
  if (groups.length === 0) {
    return [
      lead(`没有其他可以归并的建议，清单现有 ${left} 条。`),
      remark('要自行归并的，发送“合并 3 7 12”，后面的并入第 3 条；发送“拆出 7”恢复。'),
      mergeButtons(session),
    ];
  }
  const shown = groups.slice(0, GROUPS_AT_ONCE);
  const { id } = session;
  const more = groups.length > shown.length ? `，先看 ${shown.length} 组` : '';
  return [
    heading(`归并建议：${groups.length} 组${more}`),
    ...shown.flatMap((group, at) => groupBlocks(id, group, at + 1, skipped)),
    choices(
      '归并',
      [
        `全部同意（${groups.length} 组）`,
        { kind: 'merge', session: id, groups: groups.map(mergeOf), skipped: [...skipped] },
      ],
      ['查看清单', { kind: 'show-list', session: id }],
      ['返回', { kind: 'open-panel', session: id }],
    ),
  ];
}

function groupBlocks(
  session: string,
  group: MergeGroup,
  number: number,
  skipped: readonly string[],
): DraftBlock[] {
  const { into, others } = group;
  const lines = [into, ...others].map((one) => `${one.number}. ${one.text}`);
  const agree: Deed = { kind: 'merge', session, groups: [mergeOf(group)], skipped: [...skipped] };
  const skip: Deed = { kind: 'suggest-merges', session, skipped: [...skipped, into.id] };
  return [
    plain([`第 ${number} 组，并入第 ${into.number} 条：`, ...lines].join('\n')),
    choices(`第 ${number} 组`, [`同意第${number}组`, agree], [`不并第${number}组`, skip]),
  ];
}

function mergeOf({ into, others }: MergeGroup): { into: string; ids: string[] } {
  return { into: into.id, ids: others.map(({ id }) => id) };
}

function mergedInWords(
  list: readonly Contribution[],
  ids: readonly string[],
  into: string,
): string {
  const others = list.filter(({ id }) => ids.includes(id));
  const target = list.find(({ id }) => id === into);
  return target === undefined ? '已归并。' : `${numbersInWords(others)}已并入${called(target)}。`;
}

function mergeButtons({ id }: SeminarSession): DraftBlock {
  const buttons: Button[] = [
    ['归并建议', { kind: 'suggest-merges', session: id, skipped: [] }],
    ['查看清单', { kind: 'show-list', session: id }],
    ['返回', { kind: 'open-panel', session: id }],
  ];
  return choices('归并', ...buttons);
}

/** All of the round, with what was merged under what it was merged into. */
export async function showList(id: string, on: PersonalOccasion): Promise<FeatureReply> {
  return asOwner(id, on, async (session) => {
    const list = standing(await on.seminars.contributions(id, session.round));
    const lines = list.flatMap((one) => [
      standingLine(one),
      ...one.merged.map(({ number, text }) => `　　并入：${number}. ${text}`),
    ]);
    return steering(session, on, {
      blocks: [
        heading(`${nameOf(session.round)}清单（${list.length} 条）`),
        plain(lines.length === 0 ? '还没有意见。' : lines.join('\n')),
        choices('研讨', ['返回', { kind: 'open-panel', session: id }]),
      ],
    });
  });
}
