import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Programs that open a document and read what came out. */
export interface Office {
  readonly soffice: string;
  readonly pdftotext: string;
}

/** LibreOffice Writer and a reader of PDF; null where one of them is not installed. */
export function findOffice(): Office | null {
  const soffice = findProgram('soffice') ?? findProgram('libreoffice');
  const pdftotext = findProgram('pdftotext');
  return soffice === null || pdftotext === null ? null : { soffice, pdftotext };
}

/** The text of every page of a Word file as LibreOffice prints it, in the order in which it is drawn. */
export function printedPages(office: Office, docx: Uint8Array): string[] {
  return printed(office, docx, (pdf, folder) => {
    const text = join(folder, 'text');
    run(office.pdftotext, ['-raw', '-enc', 'UTF-8', pdf, text]);
    return readFileSync(text, 'utf8').split('\f').slice(0, -1);
  });
}

/** Prints a Word file into a PDF that is there while it is used. */
export function printed<Result>(
  office: Pick<Office, 'soffice'>,
  docx: Uint8Array,
  use: (pdf: string, folder: string) => Result,
): Result {
  return printedAll(office, [docx], ([pdf = ''], folder) => use(pdf, folder));
}

/** Prints Word files in one go, which saves the office's start for each. */
export function printedAll<Result>(
  { soffice }: Pick<Office, 'soffice'>,
  files: readonly Uint8Array[],
  use: (pdfs: readonly string[], folder: string) => Result,
): Result {
  return converted(soffice, files, 'pdf', use);
}

/** A Word file as LibreOffice writes it after it has opened it. */
export function savedAgain({ soffice }: Pick<Office, 'soffice'>, docx: Uint8Array): Uint8Array {
  return converted(soffice, [docx], 'docx', ([path = '']) => readFileSync(path));
}

function converted<Result>(
  soffice: string,
  files: readonly Uint8Array[],
  format: 'pdf' | 'docx',
  use: (paths: readonly string[], folder: string) => Result,
): Result {
  const folder = mkdtempSync(join(tmpdir(), 'office-'));
  try {
    const names = files.map((_, at) => `document-${at}`);
    for (const [at, name] of names.entries()) {
      writeFileSync(join(folder, `${name}.docx`), files[at] as Uint8Array);
    }
    // A profile of its own: one that another program has open cannot be used.
    const profile = pathToFileURL(join(folder, 'profile')).href;
    run(soffice, [
      ...[`-env:UserInstallation=${profile}`, '--headless', '--convert-to', format],
      ...['--outdir', join(folder, 'out'), ...names.map((name) => join(folder, `${name}.docx`))],
    ]);
    return use(
      names.map((name) => join(folder, 'out', `${name}.${format}`)),
      folder,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function findProgram(name: string): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

/** @throws where it cannot be run, or ends with an error */
export function run(program: string, parts: readonly string[]): void {
  const { status, stderr } = spawnSync(program, parts, { encoding: 'utf8', timeout: 120_000 });
  if (status !== 0) throw new Error(`Cannot run ${program}: ${stderr}`);
}
