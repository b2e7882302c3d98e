import { withTrueBases } from '../../../questionnaire/drafting/true-bases.ts';
import { readAnyFile } from '../../../questionnaire/file/read-any-file.ts';
import { writeSurveyJs } from '../../../questionnaire/file/survey-js/write-survey-js.ts';
import { writeQuestionnaireFile } from '../../../questionnaire/file/write-file.ts';
import { choices, heading, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type Occasion, type PersonalOccasion, say } from '../../feature.ts';
import { fileSafe } from '../../word-file.ts';
import { newRecord } from './keep-questionnaire.ts';
import { withQuestionnaire } from './opened-questionnaire.ts';
import { questionnaireBlocks } from './questionnaire-page.ts';

const MOST_PROBLEMS = 15;
const NO_FILE_HERE = '请在网页中登录后导入问卷：发送“导入问卷”，再选择文件。';

export function offerExport(
  { questionnaire }: DeedOf<'offer-questionnaire-export'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withQuestionnaire(questionnaire, on, () => ({
    placement: 'turn',
    blocks: [
      lead('导出哪一种？'),
      remark(
        '本助手格式：内容完整，可以再导入。SurveyJS 格式：供其他问卷系统使用，两边都有的题型才能对应。',
      ),
      choices(
        '导出',
        ['本助手格式', { kind: 'export-questionnaire', questionnaire, as: 'own' }],
        ['SurveyJS 格式', { kind: 'export-questionnaire', questionnaire, as: 'surveyjs' }],
        ['返回问卷', { kind: 'open-questionnaire', questionnaire }],
      ),
    ],
  }));
}

export function exportQuestionnaire(
  { questionnaire, as }: DeedOf<'export-questionnaire'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withQuestionnaire(questionnaire, on, ({ content, version }) => {
    const written = as === 'own' ? null : writeSurveyJs(content);
    const data = written?.form ?? writeQuestionnaireFile(content);
    return {
      placement: 'turn',
      blocks: [
        plain(`已导出问卷（第 ${version} 版）。`),
        {
          kind: 'file',
          file: {
            name: `问卷-${fileSafe(content.title)}${as === 'own' ? '' : '-SurveyJS'}.json`,
            mediaType: 'application/json',
            bytes: Buffer.from(`${JSON.stringify(data, null, 2)}\n`, 'utf8'),
          },
        },
        ...(written === null || written.notes.length === 0
          ? []
          : [remark(written.notes.join('\n'))]),
        choices('问卷', ['返回问卷', { kind: 'open-questionnaire', questionnaire }]),
      ],
    };
  });
}

/** The file that comes next is a questionnaire. */
export function askImport(on: PersonalOccasion): FeatureReply {
  if (on.shows !== 'page') return say(NO_FILE_HERE);
  return {
    placement: 'turn',
    state: { ...on.state, awaitsQuestionnaire: true },
    blocks: [
      lead('请选择问卷文件（.json）。'),
      remark(
        '本助手导出的文件和 SurveyJS 的问卷文件都可以。导入后是一份新的草稿，不会发给任何人。',
      ),
    ],
  };
}

/**
 * Reads a questionnaire from a file; what is wrong with it is told item by item. What it says an item
 * comes from is held against the approved text: a report would quote it.
 */
export async function takeQuestionnaireFile(
  { bytes }: { readonly name: string; readonly bytes: Uint8Array },
  { person, ...occasion }: Occasion,
): Promise<FeatureReply> {
  if (person === null) throw new Error('Cannot keep a questionnaire for a stranger');
  const on: PersonalOccasion = { ...occasion, person };
  const text = new TextDecoder().decode(bytes);
  const read = readAnyFile(text);
  if (!read.ok) {
    const { problems } = read;
    const more = problems.length - MOST_PROBLEMS;
    return {
      placement: 'turn',
      state: { ...on.state, awaitsQuestionnaire: true },
      blocks: [
        lead('这个文件还不能导入，没有保存。'),
        heading('需要改正'),
        plain(
          [...problems.slice(0, MOST_PROBLEMS), ...(more > 0 ? [`另有 ${more} 处。`] : [])].join(
            '\n',
          ),
        ),
        remark('改好文件后可以再次选择。'),
      ],
    };
  }
  const { questionnaire, dropped } = withTrueBases(read.questionnaire, await on.index());
  const made = newRecord(questionnaire, null, '导入', on);
  const notes = [...read.notes, ...droppedInWords(dropped)];
  return {
    placement: 'turn',
    changes: [made.change],
    blocks: [
      lead('已导入为一份新的草稿，请检查后再发布。'),
      ...(notes.length === 0 ? [] : [remark(notes.join('\n'))]),
      ...(await questionnaireBlocks(made.record, on)),
    ],
  };
}

function droppedInWords(items: readonly string[]): readonly string[] {
  if (items.length === 0) return [];
  return [`${items.join('、')}：标注的依据与已审定的原文不一致，已去掉依据，题目保留。`];
}
