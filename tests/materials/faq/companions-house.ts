import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GoldenQuestion } from '../../../src/corpus/golden.ts';
import { openCompanions } from '../../../src/materials/faq/open-companions.ts';
import type {
  ApprovedPair,
  Companions,
  PairAnswer,
  Written,
} from '../../../src/materials/faq/pairs.ts';
import type { ShelfParts } from '../../../src/materials/shelf-parts.ts';
import { buildLexicalIndex } from '../../../src/retrieval/lexical/build.ts';
import { openLexicalIndex } from '../../../src/retrieval/lexical/search.ts';
import { makeShelf, type ShelfHouse } from '../shelf-house.ts';

export const CLASSES = [
  '学员培训管理规定',
  '第一条 学员应当遵守学习纪律。',
  '第二条 学员请假三天以内的，由班主任批准；超过三天的，由组织员批准。',
  '第三条 各单位每年培训骨干教师不少于60名，鼓励采用案例教学。',
  '第四条 培训经费列入年度预算，严禁挪作他用。',
].join('\n');

export const LEAVE: PairAnswer = {
  answer: '学员请假三天以内的，由班主任批准。',
  kind: 'body',
  quotes: [{ material: 'rules', place: '第二条', text: '学员请假三天以内的，由班主任批准' }],
};

export const TEACHERS = {
  material: 'rules',
  place: '第三条',
  text: '各单位每年培训骨干教师不少于60名，鼓励采用案例教学。',
};

export function pairOf(id: string, changes: Partial<ApprovedPair> = {}): ApprovedPair {
  return {
    ...LEAVE,
    ...{ id, questions: ['请假三天谁批准？', '请三天假找谁'] },
    ...{ answeredBy: '张三', approvedBy: '李四', approvedAt: '2024-06-01' },
    ...changes,
  };
}

export function goldenOf(id: string, changes: Partial<GoldenQuestion> = {}): GoldenQuestion {
  return {
    ...{ id, question: '请假三天谁批准？', outcome: 'answered' },
    ...{ places: [{ material: 'rules', place: '第二条' }], contains: ['班主任'], absent: [] },
    ...changes,
  };
}

export interface CompanionsHouse extends ShelfHouse {
  readonly companions: Companions;
  /** As another process has them. */
  readonly others: Companions;
  open(parts?: Partial<ShelfParts>): Companions;
  read(name: string): Promise<string>;
  write(name: string, text: string): Promise<void>;
}

const index = {
  passages: openLexicalIndex(
    buildLexicalIndex(CLASSES.split('\n').map((text) => ({ text, title: '', headings: [] }))),
  ),
};

export async function makeCompanions(changes: Partial<ShelfParts> = {}): Promise<CompanionsHouse> {
  const house = await makeShelf(changes);
  const open: CompanionsHouse['open'] = (parts = {}) =>
    openCompanions({ ...house.parts, ...parts, index: async () => index });
  return {
    ...house,
    ...{ open, companions: open(), others: open() },
    read: (name) => readFile(join(house.folder, name), 'utf8'),
    write: (name, text) => writeFile(join(house.folder, name), text),
  };
}

/** Why something was refused. @throws where it was done */
export async function problemOf(written: Promise<Written>): Promise<string> {
  const outcome = await written;
  if (outcome.kind === 'done') throw new Error('Expected a refusal');
  return outcome.problem;
}
