import { type Merging, mergingOf } from '../../../seminar/session/merging-of.ts';
import type { Contribution, SeminarSession } from '../../../seminar/session/session.ts';
import { standing, withMerged } from '../../../seminar/session/standing.ts';
import { type MergeGroup, suggestMerges } from '../../../seminar/session/suggest-merges.ts';
import { type Button, choices, heading, lead, plain, remark } from '../../blocks.ts';
import type { Deed, DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import type { Change } from '../../store.ts';
import { asOwnerOfOpen, steering } from './access.ts';
import { panel } from './panel.ts';
import { called, numbersInWords } from './words.ts';

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
    const told: string[] = [];
    const changes: Change[] = [];
    const before = new Map<string, string | null>();
    for (const group of groups) {
      const merging = mergingOf(after, group.ids, group.into);
      told.push(mergedInWords(merging));
      if (merging === null || merging.moved.length === 0) continue;
      const ids = merging.moved.map((one) => one.id);
      const into = merging.head.id;
      for (const one of [...merging.moved, ...merging.below]) {
        if (!before.has(one.id)) before.set(one.id, one.mergedInto);
      }
      changes.push({ of: 'seminar', change: { kind: 'merge', session: id, ids, into } });
      after = withMerged(after, ids, into);
    }
    const places = [...before].map(([one, into]) => ({ id: one, into }));
    const undoing =
      places.length === 0
        ? []
        : [choices('刚才的归并', ['撤销归并', { kind: 'unmerge', session: id, places }])];
    return steering(session, on, {
      changes,
      blocks: [lead(told.join('\n')), ...undoing, ...suggestions(session, after, skipped)],
    });
  });
}

/** Puts each back to where it stood before. */
export async function unmerge(
  { session: id, places }: Omit<DeedOf<'unmerge'>, 'kind'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return whileMerging(id, on, async (session) => {
    const list = await on.seminars.contributions(id, session.round);
    const found = places.flatMap(({ id: one, into }) => {
      const contribution = list.find((other) => other.id === one);
      return contribution === undefined ? [] : [{ contribution, into }];
    });
    const moved = found.filter(({ contribution, into }) => contribution.mergedInto !== into);
    const stays = found.filter((one) => !moved.includes(one)).map((one) => one.contribution);
    // What stands by itself again comes first: others go back below it.
    const targets = [...new Set(moved.map(({ into }) => into))].toSorted(
      (one, other) => Number(one !== null) - Number(other !== null),
    );
    const changes: Change[] = [];
    const told: string[] = [];
    for (const into of targets) {
      const back = moved.filter((one) => one.into === into).map((one) => one.contribution);
      const ids = back.map((one) => one.id);
      changes.push({ of: 'seminar', change: { kind: 'merge', session: id, ids, into } });
      const head = list.find((one) => one.id === into);
      const where = head === undefined ? '已恢复为单独的意见' : `已恢复并入第 ${head.number} 条`;
      told.push(`${numbersInWords(back)}${where}。`);
    }
    if (stays.length > 0) told.push(`${numbersInWords(stays)}原来就是这样，没有变动。`);
    return steering(session, on, {
      changes,
      blocks: [lead(told.join('') || '没有变动。'), mergeButtons(session)],
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
    if (isOut) return unmerge({ session: id, places: known.map(toStand) }, on);
    return mergeGroups({ session: id, groups: [{ into: first, ids: others }], skipped: [] }, on);
  });
}

function toStand({ id }: Contribution): { readonly id: string; readonly into: null } {
  return { id, into: null };
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

function mergedInWords(merging: Merging | null): string {
  if (merging === null) return '其中有一条已经不在清单上，没有变动。';
  const { head, moved, already } = merging;
  if (moved.length === 0) return `${numbersInWords(already)}先前已并入${called(head)}，没有变动。`;
  const before = already.length === 0 ? '' : `（${numbersInWords(already)}先前已并入）`;
  return `${numbersInWords(moved)}已并入${called(head)}${before}。`;
}

function mergeButtons({ id }: SeminarSession): DraftBlock {
  const buttons: Button[] = [
    ['归并建议', { kind: 'suggest-merges', session: id, skipped: [] }],
    ['查看清单', { kind: 'show-list', session: id }],
    ['返回', { kind: 'open-panel', session: id }],
  ];
  return choices('归并', ...buttons);
}
