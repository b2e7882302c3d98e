import { NOTHING_PENDING } from '../../conversation/state.ts';

/** Deeds and states name a survey under this key alone. */
const NAMED = /"survey":"([^"\\]+)"/gu;

/** Surveys that a deed or a state names, in their order. */
export function surveysIn(data: unknown): string[] {
  const found = (JSON.stringify(data) ?? '').matchAll(NAMED);
  return [...new Set([...found].map(([, id]) => id as string))].toSorted();
}

export function isNaming(data: unknown, surveys: readonly string[]): boolean {
  return surveysIn(data).some((id) => surveys.includes(id));
}

/** A button that names one keeps its place in the set, and does nothing. */
export function withoutDeeds(deeds: readonly unknown[], surveys: readonly string[]): unknown[] {
  return deeds.map((deed) => (isNaming(deed, surveys) ? null : deed));
}

/**
 * The fields that name one are empty then. A text that comes for a question that was open is told that
 * it is over: taken for a question, it would be kept. Any other text is a question again.
 */
export function withoutSurveys(state: unknown, surveys: readonly string[]): unknown {
  if (!isNaming(state, surveys)) return state;
  const fields = Object.entries(state as object).map(([name, value]): [string, unknown] => [
    name,
    isNaming(value, surveys) ? null : value,
  ]);
  const { expecting } = state as { expecting?: unknown };
  const left = expecting === 'answer' ? { expecting } : {};
  return { ...Object.fromEntries(fields), ...NOTHING_PENDING, ...left };
}
