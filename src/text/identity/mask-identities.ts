import { maskNumbers } from './mask-numbers.ts';
import { maskSpans } from './mask-spans.ts';
import { type NameTable, namesWithin, nameTable } from './name-table.ts';

/**
 * Makes of what somebody wrote what says neither who they nor who others are: without names of the
 * people of the records, numbers of telephones and cards, addresses of mail. Forms of full width are
 * read as plain ones. Names are put in order once, for many texts.
 */
export function identityMask(names: readonly string[]): (text: string) => string {
  const table: NameTable = nameTable(names);
  return (text) => {
    const masked = maskNumbers(withPlainForms(text));
    return maskSpans(masked, namesWithin(table, masked));
  };
}

/** Digits, letters and their marks of full width made plain. */
export function withPlainForms(text: string): string {
  return text.replace(/[０-９＠．＋－Ａ-Ｚａ-ｚ]/gu, (form) => form.normalize('NFKC'));
}
