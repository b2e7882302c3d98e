import { placeInWords } from '../../../checkin/chapters.ts';
import { drawLearningMap } from '../../../checkin/map/draw-map.ts';
import type { LearningMap, MapChapter } from '../../../checkin/map/learning-map.ts';
import { firstDayOfMap, makeLearningMap } from '../../../checkin/map/make-learning-map.ts';
import { withoutTitleMarks } from '../../../text/title-marks.ts';
import { choices, lead, plain, remark } from '../../blocks.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import type { DraftBlock, DraftFile } from '../../reply.ts';
import { studyMaterials } from './materials.ts';

const NEWCOMER = '记一次学习、做一道回忆题后，这里会显示学过哪些章节、记住了哪些、哪些该复习。';

/** 我的学习地图: on a page as tables, in a chat app as a picture. */
export async function openMap(on: PersonalOccasion): Promise<FeatureReply> {
  const map = await readMap(on);
  const drawn =
    on.shows === 'pictures'
      ? [picture(map, await draw(map))]
      : [...tablesOf(map), ...calendarOf(map)];
  return {
    placement: 'turn',
    blocks: [
      lead('我的学习地图'),
      plain(summaryOf(map)),
      ...drawn,
      remark('只有您本人能看到。'),
      choices(
        '接下来',
        ['做一道回忆题', { kind: 'ask-recall', material: null, place: null }],
        ['我的记录', { kind: 'list-entries', before: null }],
        ['导出图片', { kind: 'export-map' }],
      ),
    ],
  };
}

export async function exportMap(on: PersonalOccasion): Promise<FeatureReply> {
  return {
    placement: 'turn',
    blocks: [
      plain('学习地图的图片已生成。'),
      { kind: 'file', file: await draw(await readMap(on)) },
    ],
  };
}

async function readMap(on: PersonalOccasion): Promise<LearningMap> {
  const { learning, person, today, now } = on;
  const bank = await on.recall();
  const [days, counts, cards] = await Promise.all([
    learning.days(person.id, firstDayOfMap(today)),
    learning.chapters(person.id),
    learning.cards(person.id),
  ]);
  const materials = studyMaterials(await on.index());
  return makeLearningMap({ materials, counts, days, cards, bank, today, now });
}

function summaryOf({ chapters, entriesThisMonth, due }: LearningMap): string {
  const touched = chapters.filter(({ entries }) => entries > 0).length;
  const recalled = chapters.reduce((sum, one) => sum + one.recalled, 0);
  if (touched + recalled + due + entriesThisMonth === 0) return NEWCOMER;
  const dueWords = due === 0 ? '没有到期要复习的题' : `${due} 道题该复习了`;
  return `本月学了 ${entriesThisMonth} 次；学过 ${touched} 个部分，记住 ${recalled} 道题，${dueWords}。`;
}

function tablesOf({ chapters }: LearningMap): DraftBlock[] {
  const materials = [...new Set(chapters.map(({ material }) => material))];
  return materials.map((material): DraftBlock => {
    const own = chapters.filter((one) => one.material === material);
    return {
      kind: 'table',
      caption: `《${withoutTitleMarks(own[0]?.title ?? '')}》`,
      columns: ['部分', '学过', '记住', '该复习'],
      rows: own.map((one) => [
        nameOf(one),
        `${one.entries} 次`,
        one.questions === 0 ? '无题' : `${one.recalled}/${one.questions} 题`,
        `${one.due} 题`,
      ]),
    };
  });
}

function nameOf({ place, heading }: MapChapter): string {
  return placeInWords([{ place, heading, sections: [] }], place);
}

function calendarOf({ days }: LearningMap): DraftBlock[] {
  return [{ kind: 'calendar', caption: '最近 26 周', unit: '学习记录', days }];
}

async function draw(map: LearningMap): Promise<DraftFile> {
  const { png } = await drawLearningMap(map);
  return { name: `我的学习地图-${map.today}.png`, mediaType: 'image/png', bytes: png };
}

function picture(map: LearningMap, file: DraftFile): DraftBlock {
  return { kind: 'picture', file, description: `我的学习地图。${summaryOf(map)}` };
}
