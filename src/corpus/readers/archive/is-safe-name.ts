/** Longer ones no file system takes. */
const LONGEST_NAME = 512;

/**
 * Whether a name of an entry stays in the folder it is unpacked to, on any system: relative, with `/`
 * alone between its steps, none of which is empty, `.` or `..`, and without a drive or controls.
 */
export function isSafeName(name: string): boolean {
  if (name === '' || name.length > LONGEST_NAME) return false;
  if (/[\\:\u0000-\u001F\u007F\uFFFD]/u.test(name)) return false;
  return name.split('/').every((step) => step !== '' && step !== '.' && step !== '..');
}
