import { timeIn } from '../../../clock.ts';
import { readKit } from '../../../seminar/kit.ts';
import { type Button, choices, heading, lead, plain } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import { savedAs } from './edit-kit.ts';
import { agendaTable, kitBlocks } from './kit-page.ts';
import { standingKit, withOwnKit } from './opened-kit.ts';
import { numbered } from './stages.ts';

/** Versions on a page. */
const PAGE = 12;
const VERSION_GONE = '这一版打不开了，请选其他版本。';

/** All that a kit has been, the latest first. */
export function listVersions(
  { kit: id, from }: DeedOf<'list-versions'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withOwnKit(id, on, async ({ record }) => {
    const all = await on.seminars.versions(id);
    const shown = all.slice(from, from + PAGE);
    const lines = shown.map(({ version, note, changedAt }) => {
      const mark = version === record.version ? '（现在）' : '';
      return `第 ${version} 版${mark} ${timeIn(on.zone, new Date(changedAt))}：${note}`;
    });
    const more: Button[] =
      all.length > from + PAGE
        ? [['下一页', { kind: 'list-versions', kit: id, from: from + PAGE }]]
        : [];
    return {
      placement: 'turn',
      blocks: [
        heading(`版本（共 ${all.length} 版）`),
        plain(lines.join('\n')),
        choices(
          '版本',
          ...shown
            .filter(({ version }) => version !== record.version)
            .map(
              ({ version }): Button => [
                `第${version}版`,
                { kind: 'open-version', kit: id, version },
              ],
            ),
          ...more,
          ['返回方案', { kind: 'open-kit', kit: id }],
        ),
      ],
    };
  });
}

/** An earlier version as it was, to look at. */
export function openVersion(
  { kit: id, version }: DeedOf<'open-version'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withOwnKit(id, on, async ({ record }) => {
    const kept = readKit((await on.seminars.version(id, version))?.kit);
    if (kept === null) return say(VERSION_GONE);
    const { kit } = await standingKit(kept, on);
    const { order } = kit;
    return {
      placement: 'turn',
      blocks: [
        heading(`第 ${version} 版：${order.topic}`),
        plain(`${order.audience}，${order.people} 人，${order.minutes} 分钟，${order.method}`),
        agendaTable(kit),
        heading('题目'),
        plain(
          numbered(kit)
            .map(({ number, question }) => `${number}. ${question.text}`)
            .join('\n'),
        ),
        choices(
          '版本',
          ['恢复这一版', { kind: 'restore-version', kit: id, version, before: record.version }],
          ['返回版本', { kind: 'list-versions', kit: id, from: pageOf(version, record.version) }],
        ),
      ],
    };
  });
}

/** What an earlier version held becomes the next one. */
export function restoreVersion(
  { kit: id, version, before }: DeedOf<'restore-version'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withOwnKit(id, on, async (opened) => {
    if (opened.record.version !== before) {
      return {
        placement: 'turn',
        blocks: [
          lead(`这份方案已经改到第 ${opened.record.version} 版，没有恢复。请重新查看版本。`),
          choices('版本', ['查看版本', { kind: 'list-versions', kit: id, from: 0 }]),
        ],
      };
    }
    const kept = readKit((await on.seminars.version(id, version))?.kit);
    if (kept === null) return say(VERSION_GONE);
    const { kit } = await standingKit(kept, on);
    const saved = savedAs(opened, kit, `恢复第 ${version} 版`, on);
    return {
      placement: 'turn',
      changes: [saved.change],
      blocks: [
        lead(`已恢复第 ${version} 版，存为第 ${saved.opened.record.version} 版。`),
        ...(await kitBlocks(saved.opened, on)),
      ],
    };
  });
}

/** Where the page begins that lists a version; they are counted without a gap. */
function pageOf(version: number, latest: number): number {
  return Math.floor((latest - version) / PAGE) * PAGE;
}
