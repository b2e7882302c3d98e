import { gatherInsight } from '../../../insight/gather.ts';
import type { Span } from '../../../insight/insight.ts';
import { insightXlsx } from '../../../insight/insight-xlsx.ts';
import { plain, remark } from '../../blocks.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The totals as a workbook, for reporting upwards. */
export async function exportStats(span: Span, on: PersonalOccasion): Promise<FeatureReply> {
  const insight = await gatherInsight(on.insight, span, on.today, on.now);
  const bytes = await insightXlsx(insight, on.zone);
  const name = `运行情况-${insight.from}至${insight.to}.xlsx`;
  return {
    placement: 'turn',
    blocks: [
      plain(`近 ${span} 天运行情况的表格已生成。`),
      remark('只有合计数，不涉及任何个人。'),
      { kind: 'file', file: { name, mediaType: XLSX, bytes } },
    ],
  };
}
