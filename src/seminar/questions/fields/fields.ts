import type { Field } from './field.ts';
import { general } from './general.ts';
import { needs } from './needs.ts';

export const FIELDS: readonly Field[] = [needs];

export function fieldOf(text: string): Field {
  return FIELDS.find(({ words }) => words.some((word) => text.includes(word))) ?? general;
}
