import { ROLE_NAMES, ROLES, type Role } from '../../people/abilities.ts';
import type { TrainingClass } from '../../people/person.ts';
import { withoutUnseen } from '../../text/without-unseen.ts';
import type { Audience, AudiencePart, SavedFilter } from './audience.ts';

export type AudienceReading =
  | { readonly ok: true; readonly audience: Audience }
  | { readonly ok: false; readonly problem: string };

const ANYONE: AudiencePart = { classId: null, unit: null, role: null };

const KEYS: Readonly<Record<string, 'class' | 'unit' | 'role' | 'filter'>> = {
  ...{ class: 'class', unit: 'unit', role: 'role', filter: 'filter' },
  ...{ 班次: 'class', 单位: 'unit', 角色: 'role', 名单: 'filter' },
};

const HOW =
  '请写成“class:班次编号”“unit:单位名称”“role:learner”（学员 learner、教师 trainer、管理员 admin）或者“filter:常用范围名称”，并列用逗号，同时满足用加号，例如“class:c1,role:trainer+unit:市委党校”。';

/**
 * An audience as a command line writes it: `class:ID`, `unit:名称`, `role:learner` or 学员, and
 * `filter:名称`. A comma adds people, a plus sign asks for both.
 */
export function readAudience(
  text: string,
  classes: readonly TrainingClass[],
  filters: readonly SavedFilter[],
): AudienceReading {
  const unions = split(withoutUnseen(text), /[,，]/u);
  if (unions.length === 0) return problem(`没有写接收人。${HOW}`);
  const audience: AudiencePart[] = [];
  for (const union of unions) {
    let met: Audience = [ANYONE];
    for (const words of split(union, /[+＋]/u)) {
      const read = readPart(words, classes, filters);
      if (!read.ok) return read;
      met = met.flatMap((one) => read.audience.flatMap((other) => bothOf(one, other) ?? []));
      if (met.length === 0) {
        return problem(`“${union}”不会有人同时满足，请核对；并列的接收人用逗号隔开。`);
      }
    }
    audience.push(...met);
  }
  const once = new Map(audience.map((part) => [JSON.stringify(part), part]));
  return { ok: true, audience: [...once.values()] };
}

function readPart(
  words: string,
  classes: readonly TrainingClass[],
  filters: readonly SavedFilter[],
): AudienceReading {
  const [, name = '', value = ''] = /^([^:：]*)[:：](.*)$/su.exec(words) ?? [];
  const key = KEYS[name.trim().toLowerCase()];
  const wanted = value.trim();
  if (key === undefined || wanted === '') return problem(`没有看懂接收人“${words}”。${HOW}`);
  if (key === 'unit') return found([{ ...ANYONE, unit: wanted }]);
  if (key === 'role') return readRole(wanted);
  if (key === 'filter') {
    const filter = filters.find((one) => one.name === wanted);
    if (filter !== undefined) return found(filter.audience);
    return problem(`没有名为“${wanted}”的名单。${listed('现有名单', filters.map(nameOf))}`);
  }
  const named = classes.filter((one) => one.id === wanted || one.name === wanted);
  const [only] = named;
  if (only !== undefined && named.length === 1) return found([{ ...ANYONE, classId: only.id }]);
  if (named.length > 1) return problem(`有 ${named.length} 个班次叫“${wanted}”，请写班次编号。`);
  const known = classes.map(({ id, name: title }) => `${id}（${title}）`);
  return problem(`没有编号为“${wanted}”的班次。${listed('现有班次', known)}`);
}

function readRole(wanted: string): AudienceReading {
  const role = ROLES.find((one) => one === wanted.toLowerCase() || ROLE_NAMES[one] === wanted);
  if (role !== undefined) return found([{ ...ANYONE, role }]);
  const known = ROLES.map((one: Role) => `${one}（${ROLE_NAMES[one]}）`).join('、');
  return problem(`没有“${wanted}”这个角色。可以写：${known}。`);
}

/** Null where nobody can be both. */
function bothOf(one: AudiencePart, other: AudiencePart): AudiencePart | null {
  const differs = (key: keyof AudiencePart) =>
    one[key] !== null && other[key] !== null && one[key] !== other[key];
  if (differs('classId') || differs('unit') || differs('role')) return null;
  return {
    classId: one.classId ?? other.classId,
    unit: one.unit ?? other.unit,
    role: one.role ?? other.role,
  };
}

const MOST_LISTED = 10;

function listed(title: string, names: readonly string[]): string {
  if (names.length === 0) return `${title}：无。`;
  const more = names.length > MOST_LISTED ? `等 ${names.length} 个` : '';
  return `${title}：${names.slice(0, MOST_LISTED).join('、')}${more}。`;
}

function nameOf({ name }: SavedFilter): string {
  return name;
}

function split(text: string, at: RegExp): string[] {
  const parts = text.split(at).map((part) => part.trim());
  return parts.filter((part) => part !== '');
}

function found(audience: Audience): AudienceReading {
  return { ok: true, audience };
}

function problem(words: string): AudienceReading {
  return { ok: false, problem: words };
}
