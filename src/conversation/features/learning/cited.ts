import { timeIn } from '../../../clock.ts';
import type { ManifestEntry } from '../../../corpus/manifest.ts';
import { csvTable } from '../../../documents/csv-table.ts';
import { choices, lead, plain, remark } from '../../blocks.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import { mayRead } from '../../readable.ts';
import type { DraftFile } from '../../reply.ts';

const HEADER = ['答复时间', '资料', '版本', '位置', '引文', '变动告知时间'];

/** How many answers it is kept of what they cited. */
export async function citedInBrief({
  person,
  givenAnswers,
  answerDays,
}: PersonalOccasion): Promise<string> {
  const cited = await givenAnswers.citedTo(person.id);
  const answers = new Set(cited.map(({ answer }) => answer)).size;
  if (answers === 0 && answerDays === 0) return '不保存';
  return `${answers} 次答复引用的条文，${answerDays} 天以后删除，条文变动时据此告知您`;
}

/** What answers cited to the person, as a table for WPS or Excel. */
export async function exportCited(on: PersonalOccasion): Promise<FeatureReply> {
  const { person, givenAnswers, zone, today } = on;
  const cited = await givenAnswers.citedTo(person.id);
  if (cited.length === 0) return say('还没有可以导出的引用记录。');
  const entryOf = await entriesNow(on);
  const reader = { person, channel: on.account.channel, isPublic: on.isPublic };
  let withheld = 0;
  const rows = cited.map(({ at, material, version, place, text, recalledAt }) => {
    const entry = entryOf(material, version);
    const isShown = mayRead(entry ?? OF_THE_HOUSE, reader, on.internalChannels);
    if (!isShown) withheld++;
    return [
      timeIn(zone, new Date(at)),
      entry?.title ?? material,
      String(version),
      place,
      isShown ? text : WITHHELD,
      recalledAt === null ? '' : timeIn(zone, new Date(recalledAt)),
    ];
  });
  const file: DraftFile = {
    name: `我的引用记录-${today}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    bytes: Buffer.from(csvTable([HEADER, ...rows]), 'utf8'),
  };
  return {
    placement: 'turn',
    blocks: [
      plain(`已导出引文 ${cited.length} 条。`),
      { kind: 'file', file },
      ...(withheld === 0 ? [] : [remark(`其中 ${withheld} 条没有列出文字。${WITHHELD_WHY}`)]),
    ],
  };
}

/** What an entry says that is there no more: nothing tells that its text was for everyone. */
const OF_THE_HOUSE = { openness: '内部', classes: [] } as const;
const WITHHELD = '（内部资料，这里不列文字）';
const WITHHELD_WHY =
  '内部资料的文字只在允许的渠道给可以查阅的人员看；您可以查阅的，请登录网页再导出。';

/** What is registered now of the versions that were cited. */
async function entriesNow({
  shelf,
}: PersonalOccasion): Promise<(material: string, version: number) => ManifestEntry | undefined> {
  const entries = new Map(
    (await shelf.list()).map(({ entry }) => [`${entry.id}@${entry.version}`, entry]),
  );
  return (material, version) => entries.get(`${material}@${version}`);
}

/** Nothing is deleted before it is confirmed. */
export function confirmForgettingCited(): FeatureReply {
  return {
    placement: 'turn',
    blocks: [
      lead('删除全部引用记录？'),
      remark('删除后不能恢复；您已经得到的引文以后修改、停用时，不再告知您。对话记录不受影响。'),
      choices('确认删除', ['确定删除', { kind: 'forget-cited' }], ['不删除', { kind: 'cancel' }]),
    ],
  };
}

export function forgetCited({ person }: PersonalOccasion): FeatureReply {
  return {
    ...say('引用记录已全部删除。'),
    changes: [{ of: 'given-answer', change: { kind: 'forget-given', person: person.id } }],
  };
}
