import { type Button, choices, lead, plain, remark } from '../../blocks.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import { monthInWords } from './check-in.ts';
import { entryLine, whenStudied } from './entry-words.ts';
import { ENTRY_GONE, entryButtons } from './share.ts';

const PAGE = 8;

/** One's own records, the latest first. */
export async function listEntries(
  before: string | null,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const { entries, hasMore } = await on.learning.entries(on.person.id, PAGE, before ?? undefined);
  const last = entries.at(-1);
  if (last === undefined) {
    return {
      placement: 'turn',
      blocks: [
        lead(before === null ? '还没有学习记录。' : '没有更早的记录了。'),
        choices('学习记录', ['记一次学习', { kind: 'open-check-in', on: null }]),
      ],
    };
  }
  const lines = entries.map((entry, at) => `${at + 1}. ${entryLine(entry)}`);
  const more: Button[] = hasMore ? [['更早的记录', { kind: 'list-entries', before: last.id }]] : [];
  return {
    placement: 'turn',
    blocks: [
      lead(before === null ? await monthInWords(on) : '更早的记录'),
      plain(lines.join('\n')),
      choices(
        '打开一条记录',
        ...entries.map(
          ({ id }, at): Button => [`第 ${at + 1} 条`, { kind: 'open-entry', entry: id }],
        ),
        ...more,
      ),
    ],
  };
}

export async function openEntry(id: string, on: PersonalOccasion): Promise<FeatureReply> {
  const entry = await on.learning.entry(on.person.id, id);
  if (entry === null) return say(ENTRY_GONE);
  const shared = entry.sharedWith === null ? null : await on.people.class(entry.sharedWith);
  const seenBy =
    shared === null ? '只有您本人能看到。' : `已分享给“${shared.name}”的教师，可以随时收回。`;
  return {
    placement: 'turn',
    blocks: [
      lead(`${entry.studied}（${whenStudied(entry, on.today)}）`),
      ...(entry.reflection === '' ? [] : [plain(`体会：${entry.reflection}`)]),
      remark(seenBy),
      choices('这条记录', ...entryButtons(entry, on.person)),
    ],
  };
}
