import type { Insight } from '../../../insight/insight.ts';
import { inFigures } from '../../../insight/told.ts';
import { withoutTitleMarks } from '../../../text/title-marks.ts';
import { plain, remark } from '../../blocks.ts';
import { DESKS } from './desks.ts';
import { MOST_LISTED, type Part } from './part.ts';
import { untoldNote } from './untold-note.ts';

const UNCITED_NOTE =
  '没有被引用，可能是没有人问到，也可能是内容与其他资料重复或者读取有误，请打开核对。';

/** What answers cite, and what they never do. */
export function materialsPart({ materials }: Insight): Part {
  const { inForce, cited, uncited } = materials;
  const listed = uncited.slice(0, MOST_LISTED);
  const rest = uncited.length - listed.length;
  return {
    title: '资料引用',
    blocks: [
      plain(
        inForce === 0
          ? '没有现行资料。'
          : `现行资料 ${inForce} 份，其中 ${uncited.length} 份没有被引用。`,
      ),
      ...(listed.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              caption: '没有被引用的现行资料',
              columns: ['资料', '生效日期', '上次引用'],
              rows: listed.map(({ title, since, lastCited }) => [
                named(title),
                since === null ? '未登记' : since,
                lastCited ?? '没有',
              ]),
            },
          ]),
      ...(rest === 0 ? [] : [plain(`另有 ${rest} 份，见导出的表格。`)]),
      ...(cited.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              caption: '引用较多的资料',
              columns: ['资料', '次数'],
              rows: cited
                .slice(0, MOST_LISTED)
                .map(({ title, count }) => [named(title), inFigures(count)]),
            },
          ]),
      ...(uncited.length === 0 ? [] : [remark(UNCITED_NOTE)]),
      ...untoldNote(cited.slice(0, MOST_LISTED).map(({ count }) => count)),
    ],
    desks: [DESKS.materials],
  };
}

function named(title: string): string {
  return `《${withoutTitleMarks(title)}》`;
}
