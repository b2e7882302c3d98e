import { foldCharacters } from '../../text/fold.ts';
import type { Part } from '../person.ts';
import type { ClassList, ListedPerson, RowProblem, Sheet } from './class-list.ts';

type Column = 'name' | 'unit' | 'role';

const COLUMN_NAMES: Readonly<Record<Column, RegExp>> = {
  name: /^(?:姓名|名字|学员姓名|人员姓名|教师姓名)$/u,
  unit: /^(?:单位|工作单位|所在单位|单位名称|派出单位|部门)$/u,
  role: /^(?:角色|身份|类别|人员类别)$/u,
};
/** Columns that are nobody's business here. */
const PRIVATE_COLUMN = /身份证|证件|手机|电话|联系方式|出生|民族|政治面貌/u;
const ROLES: Readonly<Record<string, Part>> = {
  '': 'learner',
  学员: 'learner',
  参训学员: 'learner',
  教师: 'trainer',
  老师: 'trainer',
  教员: 'trainer',
  班主任: 'trainer',
  组织员: 'trainer',
  带班教师: 'trainer',
};
const NAME = /^[\p{L}][\p{L}·.•・\s]{0,29}$/u;
/** 汉字 names have two at least; a list without a header is known by them. */
const PLAIN_NAME = /^\p{Script=Han}{2,4}$|^\p{Script=Han}+·\p{Script=Han}+$/u;
const FOOTER = /^(?:合计|总计|共计|共\s*\d+\s*人|制表|填表|审核|备注[:：]|说明[:：])/u;
const HEADER_WITHIN = 10;

const NO_NAMES = '没有找到“姓名”列。请在表头写明“姓名”（可以有“单位”“角色”），再重新导入。';

/** The people of a class list, and what is wrong with the other rows. */
export function listFromSheet(
  sheet: Sheet,
): { ok: true; list: ClassList } | { ok: false; problem: string } {
  const header = findHeader(sheet.rows);
  if (header === null) return { ok: false, problem: NO_NAMES };
  const people: ListedPerson[] = [];
  const problems: RowProblem[] = [];
  const remarks: RowProblem[] = [...header.remarks];
  const seen = new Map<string, ListedPerson>();
  sheet.rows.forEach((row, at) => {
    const line = at + 1;
    const cells = row.map((cell) => cell.normalize('NFKC').trim());
    if (at < header.firstRow || cells.every((cell) => cell === '')) return;
    if (cells.some((cell) => FOOTER.test(cell))) return;
    const read = readRow(line, (column) => cells[header.columns[column] ?? -1] ?? '');
    if ('problem' in read) {
      problems.push(read);
      return;
    }
    const same = seen.get(keyOf(read));
    if (same !== undefined) {
      problems.push({ line, problem: `“${read.name}”与第 ${same.line} 行重复，没有再导入。` });
      return;
    }
    if (people.some(({ name }) => keyOf({ name, unit: '' }) === keyOf({ ...read, unit: '' }))) {
      remarks.push({ line, problem: `另有同名的“${read.name}”，单位不同，请核对是否同一人。` });
    }
    if (sheet.merged.has(at)) {
      remarks.push({ line, problem: `合并的单元格已按“${read.unit || '空白'}”填入，请核对单位。` });
    }
    seen.set(keyOf(read), read);
    people.push(read);
  });
  if (people.length === 0 && problems.length === 0) {
    return { ok: false, problem: '表头下面没有人员，请检查后重新选择。' };
  }
  return { ok: true, list: { people, problems, remarks } };
}

interface Header {
  readonly columns: Readonly<Partial<Record<Column, number>>>;
  /** The first row below it, counted from 0. */
  readonly firstRow: number;
  readonly remarks: readonly RowProblem[];
}

/** Null where no column of names can be told. */
function findHeader(rows: readonly (readonly string[])[]): Header | null {
  for (const [at, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    const names = row.map((cell) => cell.normalize('NFKC').replace(/\s+/gu, ''));
    const name = names.findIndex((one) => COLUMN_NAMES.name.test(one));
    if (name < 0) continue;
    const unit = names.findIndex((one) => COLUMN_NAMES.unit.test(one));
    const role = names.findIndex((one) => COLUMN_NAMES.role.test(one));
    const isPrivate = names.filter((one) => PRIVATE_COLUMN.test(one));
    const remarks =
      isPrivate.length === 0
        ? []
        : [{ line: at + 1, problem: `“${isPrivate.join('”“')}”列涉及个人隐私，没有读取。` }];
    return {
      columns: { name, ...(unit < 0 ? {} : { unit }), ...(role < 0 ? {} : { role }) },
      firstRow: at + 1,
      remarks,
    };
  }
  const first = rows.findIndex((row) => row.some((cell) => cell.trim() !== ''));
  const isHeader = (rows[first] ?? []).some(
    (cell) =>
      PRIVATE_COLUMN.test(cell) || Object.values(COLUMN_NAMES).some((name) => name.test(cell)),
  );
  if (isHeader) return null;
  const isNames = PLAIN_NAME.test(rows[first]?.[0]?.replace(/\s+/gu, '') ?? '');
  return isNames ? { columns: { name: 0, unit: 1 }, firstRow: first, remarks: [] } : null;
}

function readRow(line: number, cell: (column: Column) => string): ListedPerson | RowProblem {
  const name = /^\p{Script=Han}[\p{Script=Han}\s]*$/u.test(cell('name'))
    ? cell('name').replace(/\s+/gu, '')
    : cell('name').replace(/\s+/gu, ' ');
  const unit = cell('unit').replace(/\s+/gu, ' ').slice(0, 100);
  if (name === '') return { line, problem: '没有姓名，请补上。' };
  if (!NAME.test(name)) return { line, problem: `“${name.slice(0, 20)}”不像姓名，请核对。` };
  const role = Object.hasOwn(ROLES, cell('role')) ? ROLES[cell('role')] : undefined;
  if (role === undefined) {
    const problem = `不认识角色“${cell('role').slice(0, 20)}”，请写“学员”或者“教师”；管理员另行邀请。`;
    return { line, problem };
  }
  return { line, name, unit, role };
}

function keyOf({ name, unit }: { readonly name: string; readonly unit: string }): string {
  return foldCharacters(`${name}|${unit}`).replace(/[\s·.•・]+/gu, '');
}
