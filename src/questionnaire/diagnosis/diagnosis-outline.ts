import { dateInWords } from '../../text/date-in-words.ts';
import type { Block, Outline } from '../report/outline.ts';
import { withSections } from '../report/report-outline.ts';
import { centered, left, tableOf } from '../report/report-words.ts';
import { type Diagnosis, EVIDENCE_NAMES, SURENESS_NAMES } from './diagnosis.ts';
import { kindsOf } from './judge-sureness.ts';

const DIAGNOSIS_USE =
  '诊断只用于安排培训，所用数字都是五人以上的合计，看不到个人情况，也不对任何人作出评价。';

const SURENESS_NOTE =
  '把握“较高”指两类以上来源一致并覆盖半数以上人员；“较低”指来源之间不一致，或者只有一类来源且人数很少；其余为“一般”。分档是本助手的判断办法，供参考。';

/** A diagnosis as a report, for Word and the page. */
export function diagnosisOutline(diagnosis: Diagnosis, madeOn: string): Outline {
  const title = `${diagnosis.name}培训需求诊断`;
  return {
    title,
    subtitle: dateInWords(madeOn),
    runningHead: title,
    blocks: withSections([
      ['诊断依据', sources(diagnosis)],
      ['需求诊断', needs(diagnosis)],
      ['还缺什么', [{ kind: 'list', items: diagnosis.missing }]],
      ['使用说明', [{ kind: 'paragraph', text: DIAGNOSIS_USE }]],
    ]),
  };
}

/** Said where there is nothing to rank. */
function emptyDiagnosis({ sources }: Diagnosis): string {
  return sources.length === 0
    ? '目前没有可用的来源，不能作出诊断。'
    : '现有来源没有显示出明显的培训需求。这不等于没有需求，请看还缺哪些方面的情况。';
}

function sources({ name, people, sources }: Diagnosis): Block[] {
  const opening = { kind: 'paragraph', text: `${name}共${people}人。` } as const;
  if (sources.length === 0) return [opening];
  const rows = sources.map((source) => [EVIDENCE_NAMES[source.kind], source.name, source.people]);
  const columns = [left('类别', 34), left('来源', 68), left('人数', 54)];
  return [opening, { kind: 'table', table: tableOf('诊断所用的来源', columns, rows) }];
}

function needs(diagnosis: Diagnosis): Block[] {
  const { needs } = diagnosis;
  if (needs.length === 0) return [{ kind: 'paragraph', text: emptyDiagnosis(diagnosis) }];
  const columns = [
    ...[centered('序号', 14), left('需求', 58), left('对应的位置', 34)],
    ...[left('来源', 32), centered('把握', 18)],
  ];
  const rows = needs.map((need, at) => [
    ...[`${at + 1}`, need.subject, need.place === '' ? '没有标注' : need.place],
    kindsOf(need.evidence)
      .map((kind) => EVIDENCE_NAMES[kind])
      .join('\n'),
    SURENESS_NAMES[need.sureness],
  ]);
  return [
    { kind: 'table', table: tableOf('需求排序（把握较高的在前）', columns, rows, SURENESS_NOTE) },
    ...needs.flatMap((need, at): Block[] => [
      { kind: 'heading', level: 3, text: `${at + 1}.${need.subject}` },
      { kind: 'paragraph', text: `把握${SURENESS_NAMES[need.sureness]}：${need.why}` },
      { kind: 'list', items: need.evidence.map(({ sentence }) => sentence) },
    ]),
  ];
}
