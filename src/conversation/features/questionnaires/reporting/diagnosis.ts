import { addDays, dateIn } from '../../../../clock.ts';
import { can } from '../../../../people/abilities.ts';
import { analyse } from '../../../../questionnaire/analysis/analyse.ts';
import { diagnose } from '../../../../questionnaire/diagnosis/diagnose.ts';
import type { DiagnosedSurvey } from '../../../../questionnaire/diagnosis/diagnosis.ts';
import { diagnosisOutline } from '../../../../questionnaire/diagnosis/diagnosis-outline.ts';
import type { Outline } from '../../../../questionnaire/report/outline.ts';
import { outlineFile } from '../../../../questionnaire/report/outline-file.ts';
import { FEWEST, type Survey } from '../../../../questionnaire/survey.ts';
import { titlesOf } from '../../../../retrieval/index/titles-of.ts';
import { type Button, choices, lead, plain, remark } from '../../../blocks.ts';
import type { DeedOf } from '../../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../../feature.ts';
import { fileSafe } from '../../../word-file.ts';
import { unitsOf } from '../../people/audience-parts.ts';
import { CLASS_GONE } from '../../people/classes.ts';
import { classesWhere } from '../../people/classes-where.ts';
import { isTheirs } from '../opened-questionnaire.ts';
import { outlineBlocks } from './outline-blocks.ts';
import { REPORT_TYPES } from './survey-report.ts';

const MOST_CLASSES = 10;
const MOST_UNITS = 20;
const DAYS_LOOKED_BACK = 365;
const UNIT_IS_FOR_ADMINS = '单位的培训需求诊断由管理员办理，请联系管理员。';

/** A class or a unit; exactly one of them is said. */
type Group = Pick<DeedOf<'export-diagnosis'>, 'classId' | 'unit'>;

/** Whose needs are to be diagnosed. */
export async function chooseDiagnosis(on: PersonalOccasion): Promise<FeatureReply> {
  const classes = (await classesWhere('prepare-questionnaire', on)).slice(0, MOST_CLASSES);
  const units = can(on.person.role, 'manage-questionnaires')
    ? (await unitsOf(on.people)).slice(0, MOST_UNITS)
    : [];
  return {
    placement: 'turn',
    blocks: [
      lead(
        classes.length + units.length === 0
          ? '您还没有可以诊断的班次。'
          : '诊断哪个班次或者单位的培训需求？',
      ),
      remark(
        '把问卷差距、资料未答的提问和回忆题掌握情况合在一起看，只用五人以上的合计，不涉及个人。',
      ),
      choices(
        '培训需求诊断',
        ...classes.map(({ id, name }): Button => [name, { kind: 'diagnose-class', classId: id }]),
        ...units.map((unit): Button => [unit, { kind: 'diagnose-unit', unit }]),
        ['问卷管理', { kind: 'list-questionnaires', from: 0 }],
      ),
    ],
  };
}

export async function diagnoseGroup(group: Group, on: PersonalOccasion): Promise<FeatureReply> {
  const outline = await outlineFor(group, on);
  if (typeof outline === 'string') return say(outline);
  const as = (label: string, format: 'docx' | 'html'): Button => [
    label,
    { kind: 'export-diagnosis', ...group, as: format },
  ];
  return {
    placement: 'turn',
    blocks: [
      ...(await outlineBlocks(outline, on)),
      choices('培训需求诊断', as('Word 文件', 'docx'), as('网页文件', 'html'), [
        '诊断其他班次',
        { kind: 'choose-diagnosis' },
      ]),
    ],
  };
}

export async function exportDiagnosis(
  { classId, unit, as }: DeedOf<'export-diagnosis'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const outline = await outlineFor({ classId, unit }, on);
  if (typeof outline === 'string') return say(outline);
  return {
    placement: 'turn',
    blocks: [
      plain('诊断已生成文件。'),
      {
        kind: 'file',
        file: {
          name: `${fileSafe(outline.title)}.${as}`,
          mediaType: REPORT_TYPES[as],
          bytes: await outlineFile(outline, as),
        },
      },
    ],
  };
}

/** The diagnosis of a group as a report; in words why there can be none. */
async function outlineFor(group: Group, on: PersonalOccasion): Promise<Outline | string> {
  const found = await membersOf(group, on);
  if (typeof found === 'string') return found;
  const { name, people } = found;
  // Of fewer nothing is looked up: totals of so few are nobody's to see.
  const hasEnough = people.length >= FEWEST;
  const since = `${addDays(on.today, -DAYS_LOOKED_BACK)}T00:00:00.000Z`;
  const { store } = await on.index();
  const titles = titlesOf(store);
  const diagnosis = diagnose({
    ...{ name, people: people.length, titles },
    surveys: hasEnough ? await surveysOf(group, on) : [],
    unanswered: hasEnough ? await on.diagnosis.unanswered(people, since) : [],
    recalled: hasEnough ? await on.diagnosis.recalled(people, since) : [],
  });
  return diagnosisOutline(diagnosis, on.today);
}

async function membersOf(
  { classId, unit }: Group,
  on: PersonalOccasion,
): Promise<{ readonly name: string; readonly people: readonly string[] } | string> {
  if (classId !== null) {
    const found = await on.people.class(classId);
    if (found === null) return CLASS_GONE;
    const members = await on.people.members(classId);
    const learners = members.filter(({ part }) => part === 'learner');
    return { name: found.name, people: learners.map(({ person }) => person) };
  }
  if (!can(on.person.role, 'manage-questionnaires')) return UNIT_IS_FOR_ADMINS;
  const people = (await on.people.people()).filter((one) => one.unit === unit);
  return { name: unit ?? '', people: people.map(({ id }) => id) };
}

/** Closed needs surveys that asked this group and nobody else. */
async function surveysOf(group: Group, on: PersonalOccasion): Promise<readonly DiagnosedSurvey[]> {
  const surveys = (await on.questionnaires.surveys()).filter(
    (one) =>
      one.closedAt !== null &&
      one.content.kind === 'needs' &&
      isTheirs(one, on) &&
      asksAlone(one, group),
  );
  return Promise.all(
    surveys.map(async ({ id, content, closedAt }) => {
      const { invited } = await on.questionnaires.totals(id);
      const responses = await on.questionnaires.responses(id);
      return {
        ...{ title: content.title, content },
        closedAt: dateIn(on.zone, new Date(closedAt ?? on.now)),
        analysis: analyse(content, responses, invited),
      };
    }),
  );
}

function asksAlone({ audience }: Survey, { classId, unit }: Group): boolean {
  if (audience.length === 0) return false;
  return audience.every((part) =>
    classId === null ? part.classId === null && part.unit === unit : part.classId === classId,
  );
}
