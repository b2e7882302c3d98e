import { parseJson } from '../parse-json.ts';
import { cleanLine, isPlain, type Plain } from '../plain-item.ts';
import { type ReadFile, readQuestionnaireFile } from '../read-file.ts';
import { readCondition } from './condition.ts';
import { type Converted, convertElement } from './convert-element.ts';
import { elementsOf } from './elements-of.ts';
import { localised } from './localised.ts';
import { unused } from './unused.ts';

/** Of the form itself; what says how it looks and moves has no counterpart. */
const USED = ['title', 'description', 'locale', 'pages', 'elements', 'questions'];

/**
 * A questionnaire from the JSON of a SurveyJS form. What has no counterpart is told element by element
 * in `notes`; a form of which no question is left, or that breaks our limits, is told as problems.
 */
export function readSurveyJs(json: string): ReadFile {
  const parsed = parseJson(json);
  if (!parsed.ok) return { ok: false, problems: [parsed.problem] };
  const form = parsed.value;
  if (!isSurveyJs(form)) {
    return {
      ok: false,
      problems: ['文件里不是 SurveyJS 表单，请在 SurveyJS 中导出 JSON 后再试。'],
    };
  }
  const notes: string[] = [];
  notes.push(...unused('表单', form, USED));
  const converted = elementsOf(form).map((element, at) => convertElement(element, at));
  notes.push(...converted.flatMap((one) => one.notes));
  const items = withConditions(converted, notes);
  const read = readQuestionnaireFile(
    JSON.stringify({
      title: localised(form.title) || '未命名问卷',
      ...(localised(form.description) === '' ? {} : { introduction: localised(form.description) }),
      items,
    }),
  );
  if (!read.ok) return { ok: false, problems: [...read.problems, ...notes] };
  return { ...read, notes: [...notes, ...read.notes] };
}

/** Whether a value is a SurveyJS form rather than a file of ours. */
export function isSurveyJs(value: unknown): value is Plain {
  return (
    isPlain(value) && ['pages', 'elements', 'questions'].some((name) => Array.isArray(value[name]))
  );
}

/** Conditions are read last: they name questions by their names and options by their values. */
function withConditions(converted: readonly Converted[], notes: string[]): Plain[] {
  const items: Plain[] = [];
  const taken = new Set<string>();
  const byName = new Map<string, { id: string; options: ReadonlyMap<string, string> }>();
  for (const { name, where, item, options, visibleIf } of converted) {
    if (item === null) continue;
    const id = idFor(name, items.length, taken);
    if (id !== name) notes.push(`${where}：名称“${name.slice(0, 40)}”不能用作编号，已改为 ${id}。`);
    const showIf: Plain[] = [];
    for (const expression of visibleIf) {
      const condition = readCondition(expression);
      const asked = condition === null ? undefined : byName.get(condition.question);
      const is = condition?.values.map((value) => asked?.options.get(value));
      if (asked === undefined || is === undefined || is.includes(undefined)) {
        notes.push(
          `${where}：显示条件“${cleanLine(expression).slice(0, 60)}”没有对应的写法，已略过，本项一直显示。`,
        );
      } else showIf.push({ item: asked.id, is });
    }
    const distinct = showIf.filter(
      (one, at) =>
        showIf.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === at,
    );
    if (distinct.length > 1) notes.push(`${where}：有几个显示条件，只保留最里面的一个。`);
    const condition = distinct.at(-1);
    if (options !== null && !byName.has(name)) byName.set(name, { id, options });
    items.push({ ...item, id, ...(condition === undefined ? {} : { showIf: condition }) });
  }
  return items;
}

function idFor(name: string, at: number, taken: Set<string>): string {
  const isGood = /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/u.test(name) && !(name in {});
  let id = isGood ? name : `q${at + 1}`;
  while (taken.has(id)) id += '-1';
  taken.add(id);
  return id;
}
