import { z } from 'zod';
import { findPlace, placeInWords } from '../../../checkin/chapters.ts';
import { dayInWords, readStudyDate } from '../../../checkin/study-date.ts';
import { findPassages } from '../../../retrieval/search.ts';
import { studyMaterials } from '../../features/learning/materials.ts';
import { type RequestTool, requestTool } from '../request-tool.ts';

const PLACES_FOUND = 4;

const recordStudy = requestTool({
  name: 'record_study',
  input: z.object({ what: z.string().min(1).max(200), day: z.string().max(20).nullable() }),
  action: 'learn',
  isPrivate: true,
  run: async ({ what, day }, { today }) => {
    const text = `${day ?? ''} ${what}`.trim();
    const read = readStudyDate(text, today);
    if (!read.ok) return { kind: 'problem', words: read.problem };
    const when = dayInWords(read.date ?? today);
    return {
      kind: 'confirm',
      words: `记一次学习，${when}，内容是“${read.rest}”。`,
      deed: { kind: 'carry-out', intent: 'record-study', text },
    };
  },
});

/** Headings of the materials that people study, found by the words for them. */
const findStudyPlace = requestTool({
  name: 'find_place',
  input: z.object({ words: z.string().min(1).max(100) }),
  action: 'learn',
  isPrivate: true,
  run: async ({ words }, on) => {
    const index = await on.index();
    const told = studyMaterials(index).filter(({ id }) => on.model?.mayLeave(index, id));
    const places = told.flatMap(({ id, title, chapters }) => {
      const named = findPlace(chapters, words);
      const found = findPassages(index, words, PLACES_FOUND, '政策文件')
        .filter(({ passage }) => passage.material === id)
        .map(({ passage }) => passage.place);
      return [...new Set([...(named === null ? [] : [named]), ...found])].map((place) => ({
        title,
        place,
        heading: placeInWords(chapters, place),
      }));
    });
    return { kind: 'data', data: places.slice(0, PLACES_FOUND) };
  },
});

const startRecall = requestTool({
  name: 'start_recall',
  input: z.object({}),
  action: 'learn',
  isPrivate: true,
  run: async () => ({
    kind: 'show',
    order: { kind: 'deed', deed: { kind: 'ask-recall', material: null, place: null } },
  }),
});

const exportData = requestTool({
  name: 'export_my_data',
  input: z.object({ format: z.enum(['csv', 'xapi']) }),
  action: 'learn',
  isPrivate: true,
  run: async ({ format }) => ({
    kind: 'confirm',
    words: `导出本人的学习记录（${format === 'csv' ? 'CSV 表格' : 'xAPI'}）。`,
    deed: { kind: 'export-data', format },
  }),
});

/** Records of learning and recall. */
export const learningTools: readonly RequestTool[] = [
  recordStudy,
  findStudyPlace,
  startRecall,
  exportData,
];
