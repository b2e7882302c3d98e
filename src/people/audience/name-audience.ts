import { ROLE_NAMES, ROLES, type Role } from '../../people/abilities.ts';
import type { TrainingClass } from '../../people/person.ts';
import type { Audience, SavedFilter } from './audience.ts';
import { type AudienceReading, readAudience } from './read-audience.ts';

/** What audiences are named by. */
export interface Named {
  readonly classes: readonly TrainingClass[];
  readonly units: readonly string[];
  readonly filters: readonly SavedFilter[];
}

const OF_COMMAND = /^(?:class|unit|role|filter|班次|单位|角色|名单)[:：]/iu;
const QUOTES = /[“”"「」]/gu;
const EVERY = /^(?:全体|所有|全部)/u;

/**
 * An audience as people name it: 任职培训班, 某局的教师, 全体学员, several of them with commas between.
 * What a command line writes is read as well.
 */
export function nameAudience(text: string, named: Named): AudienceReading {
  if (OF_COMMAND.test(text.trim())) return readAudience(text, named.classes, named.filters);
  const items = text.split(/[,，;；、\n]/u).map((item) => item.replace(QUOTES, '').trim());
  const parts: Audience[number][] = [];
  for (const item of items.filter((one) => one !== '')) {
    const read = readItem(item, named);
    if (!read.ok) return read;
    parts.push(...read.audience);
  }
  return parts.length === 0 ? problem(`没有看到接收范围。${HOW}`) : { ok: true, audience: parts };
}

const HOW = '请写班次名称、单位全称，或者“全体学员”“全体教师”，也可以点选。';

function readItem(item: string, named: Named): AudienceReading {
  const bare = item.replace(EVERY, '');
  const role = roleOf(bare);
  if (role !== null) return found({ role });
  const filter = named.filters.find(({ name }) => name === item);
  if (filter !== undefined) return { ok: true, audience: filter.audience };
  const [, base = '', said = ''] = /^(.+?)的?(学员|教师|管理员|人员|所有人)$/u.exec(bare) ?? [];
  return (
    wholeOrPart(bare, null, named) ??
    (base === '' ? null : wholeOrPart(base, roleOf(said), named)) ??
    problem(`没有找到“${item}”。${HOW}`)
  );
}

/** Null where nothing is called so. */
function wholeOrPart(name: string, role: Role | null, named: Named): AudienceReading | null {
  const plain = name.replace(/\s/gu, '');
  const exact = named.classes.filter((one) => one.name.replace(/\s/gu, '') === plain);
  if (exact.length === 0 && named.units.includes(name)) return found({ unit: name, role });
  const classes =
    exact.length > 0 ? exact : named.classes.filter((one) => one.name.includes(plain));
  const [only] = classes;
  if (only === undefined) return null;
  if (classes.length === 1) return found({ classId: only.id, role });
  const names = classes.slice(0, 5).map((one) => `“${one.name}”`);
  return problem(`“${name}”对得上几个班次：${names.join('、')}。请写全名，或者点“按班次”选择。`);
}

function roleOf(words: string): Role | null {
  return ROLES.find((role) => ROLE_NAMES[role] === words) ?? null;
}

function found(part: Partial<Audience[number]>): AudienceReading {
  return { ok: true, audience: [{ classId: null, unit: null, role: null, ...part }] };
}

function problem(words: string): AudienceReading {
  return { ok: false, problem: words };
}
