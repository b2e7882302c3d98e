import { timeIn } from '../../../clock.ts';
import type { Insight } from '../../../insight/insight.ts';
import { VERDICT_NAMES } from '../../../insight/words.ts';
import { plain } from '../../blocks.ts';
import { DESKS } from './desks.ts';
import { MOST_LISTED, type Part } from './part.ts';

/** Questions without an answer, what the gate said, and 意见建议. */
export function loopPart({ ledger, releases, suggestions }: Insight, zone: string): Part {
  const { open, assigned, submitted, answered, setAside, large } = ledger;
  const states = `待分派 ${open} 个，答复中 ${assigned} 个，待审核 ${submitted} 个，已答复 ${answered} 个，不答复 ${setAside} 个。`;
  const suggested = suggestions.map(({ name, count }) => `${name} ${count} 条`).join('，');
  return {
    title: '问题和把关',
    blocks: [
      plain(`待答问题：${states}`),
      ...(large.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              caption: '5 人以上问过、还没有答复的问题',
              columns: ['问题', '人数'],
              rows: large
                .slice(0, MOST_LISTED)
                .map(({ question, people }) => [question, `${people} 人`]),
            },
          ]),
      ...(releases.length === 0
        ? [plain('把关：还没有资料更新的记录。')]
        : [
            {
              kind: 'table' as const,
              caption: '最近的资料更新',
              columns: ['时间', '把关结果', '把关题'],
              rows: releases.map((release) => [
                timeIn(zone, new Date(release.at)),
                VERDICT_NAMES[release.verdict],
                gateInWords(release),
              ]),
            },
          ]),
      ...(suggested === '' ? [] : [plain(`意见建议：${suggested}。`)]),
    ],
    desks: [DESKS.ledger, DESKS.gate, DESKS.suggestions],
  };
}

function gateInWords({ asked, worse, better, withoutBasis }: Insight['releases'][number]): string {
  if (asked === 0) return '没有比对';
  return [
    `${asked} 道`,
    ...(worse === 0 ? [] : [`变差 ${worse}`]),
    ...(better === 0 ? [] : [`变好 ${better}`]),
    ...(withoutBasis === 0 ? [] : [`没有依据 ${withoutBasis}`]),
  ].join('，');
}
