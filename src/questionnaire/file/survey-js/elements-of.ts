import { isPlain, type Plain } from '../plain-item.ts';
import { localised } from './localised.ts';

/** An element of a form with what stands around it. */
export interface PlacedElement {
  readonly element: Plain;
  /** Conditions of the pages and panels around it, the outermost first, and its own. */
  readonly visibleIf: readonly string[];
}

/** Deeper panels are not read, which is told; no form needs them. */
const DEEPEST = 10;

/** Pages and panels laid out in a row; those with a title become sections, before what they hold. */
export function elementsOf(form: Plain): PlacedElement[] {
  const { pages } = form;
  const all = Array.isArray(pages) ? pages : [{ elements: form.elements ?? form.questions }];
  return all.flatMap((page) => (isPlain(page) ? laidOut({ ...page, type: 'page' }, [], 0) : []));
}

/** Whether a panel is a scale pair: two scales named after it. */
export function isPair(element: Plain): boolean {
  const inner = innerOf(element).map((one) => (isPlain(one) ? one.name : null));
  const { name } = element;
  return (
    inner.length === 2 && inner[0] === `${name}.importance` && inner[1] === `${name}.competence`
  );
}

function laidOut(element: Plain, around: readonly string[], depth: number): PlacedElement[] {
  const own = typeof element.visibleIf === 'string' && element.visibleIf.trim() !== '';
  const visibleIf = own ? [...around, String(element.visibleIf)] : around;
  const isContainer = element.type === 'page' || (element.type === 'panel' && !isPair(element));
  if (!isContainer) return [{ element, visibleIf }];
  if (depth > DEEPEST) return [{ element: { ...element, type: 'panel（嵌套过深）' }, visibleIf }];
  const hasWords = localised(element.title) !== '' || localised(element.description) !== '';
  const inner = innerOf(element).flatMap((one) =>
    isPlain(one) ? laidOut(one, visibleIf, depth + 1) : [],
  );
  return hasWords ? [{ element, visibleIf }, ...inner] : inner;
}

function innerOf({ elements, questions }: Plain): readonly unknown[] {
  const inner = elements ?? questions;
  return Array.isArray(inner) ? inner : [];
}
