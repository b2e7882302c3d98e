import type { Mention } from '../corpus/mentions.ts';
import type { CorpusIndex } from '../retrieval/index/open.ts';
import { titlesOf } from '../retrieval/index/titles-of.ts';
import type { Citation } from './answer.ts';
import type { Evidence } from './evidence.ts';
import type { Finding } from './finding.ts';
import { quotesOf } from './quotes.ts';
import type { ScopeReason } from './scope.ts';

type Refusal = Pick<Finding, 'outcome' | 'lead' | 'quotes' | 'nearest' | 'settledBy'>;

const NEAREST = 3;

const OUT_OF_SCOPE: Record<ScopeReason | 'foreign', string> = {
  personnel:
    '超出范围：提拔、考核、奖惩等涉及具体人员的判断，本助手不作评价和建议，请按干部管理权限和规定程序办理。',
  errand: '超出范围：本助手只依据已批准的干部教育培训资料回答问题，不办理这类事务。',
  manipulation:
    '超出范围：本助手只依据已批准的资料逐字引用作答，不改变规则，也不代拟资料中没有的规定。',
  foreign:
    '超出范围：没有找到与这个问题有关的干部教育培训资料。如果问的是培训工作，请换一种更具体的说法再问。',
};

export function refuseOutOfScope(reason: ScopeReason | 'foreign'): Refusal {
  return {
    outcome: 'out-of-scope',
    lead: OUT_OF_SCOPE[reason],
    ...{ quotes: [], nearest: [] },
    ...(reason === 'foreign' ? {} : { settledBy: 'rule' }),
  };
}

/** 现有资料未载明: on the subject, and not in approved text. */
export function refuseNotInCorpus(index: CorpusIndex, ranked: readonly Evidence[]): Refusal {
  return refuseBeside(nearestOf(index, ranked));
}

/** The same, beside what is near and does not settle the question. */
export function refuseBeside(nearest: readonly Citation[]): Refusal {
  return {
    outcome: 'not-in-corpus',
    lead: '现有资料未载明：已批准的资料中没有能够回答这个问题的规定。下列内容与之相近，但不能据以作答。',
    quotes: [],
    nearest: nearest.slice(0, NEAREST),
  };
}

/** 现有资料未载明: the question names a place that no policy text has. */
export function refuseAbsentPlaces(places: readonly string[]): Refusal {
  const named = places.map((place) => `“${place}”`).join('、');
  return {
    outcome: 'not-in-corpus',
    lead: `现有资料未载明：已批准的政策文件中没有${named}这一位置，请核对后再问。`,
    quotes: [],
    nearest: [],
    settledBy: 'rule',
  };
}

/** Nothing can be settled where no policy text is usable; that is not the asker's doing. */
export function refuseWithoutPolicy(): Refusal {
  return {
    outcome: 'not-in-corpus',
    lead: '现有资料未载明：目前没有可用的政策文件，请管理员在“资料管理”中查看。',
    quotes: [],
    nearest: [],
    settledBy: 'rule',
  };
}

/** 内容未收录: the text names an attachment whose content is not in the corpus. */
export function refuseNotIncluded(index: CorpusIndex, mentions: readonly Mention[]): Refusal {
  const labels = [...new Set(mentions.map(({ label }) => label))].join('、');
  return {
    outcome: 'not-included',
    lead: `内容未收录：正文提到了${labels}，但其具体内容没有收录在现有资料中，请查阅文件原件。提到的位置如下。`,
    quotes: quotesOf(index, mentions),
    nearest: [],
    settledBy: 'rule',
  };
}

function nearestOf(index: CorpusIndex, ranked: readonly Evidence[]): Citation[] {
  const titles = titlesOf(index.store);
  const seen = new Set<string>();
  const nearest: Citation[] = [];
  for (const { unit } of ranked) {
    const { material, place } = unit.passage;
    if (seen.has(`${material} ${place}`)) continue;
    seen.add(`${material} ${place}`);
    const { text, start, end } = unit;
    const title = titles.get(material) ?? '';
    const onPage = index.store.onPage(material, start);
    nearest.push({ material, title, place, ...onPage, text, start, end });
    if (nearest.length === NEAREST) break;
  }
  return nearest;
}
