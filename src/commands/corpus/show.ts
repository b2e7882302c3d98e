import { parseArgs } from 'node:util';
import type { MaterialStep } from '../../corpus/manifest.ts';
import { type ShelvedMaterial, STEP_NAMES } from '../../materials/material.ts';
import type { Command } from '../command.ts';
import { jsonOf, lineOf } from './shown-material.ts';
import { readingJson, readingLines } from './shown-reading.ts';
import { versionNamed } from './version-named.ts';

/** `corpus show ID`: what is registered of a version, what was done with it, how its file was read. */
export const show: Command = async (args, { app, output }) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const material = await versionNamed(positionals[0], app.shelf);
  const reading = await app.shelf.reading(material.entry);
  if (values.json) {
    const read = reading === null ? null : readingJson(reading);
    output.line(JSON.stringify({ material: jsonOf(material), reading: read }));
    return 0;
  }
  for (const line of linesOf(material)) output.line(line);
  for (const line of reading === null ? [] : readingLines(reading)) output.line(line);
  return 0;
};

function linesOf(material: ShelvedMaterial): string[] {
  const { edition, file, sha256, classes, steps } = material.entry;
  return [
    lineOf(material),
    `版次 ${edition}，文件 ${file}，sha256 ${sha256}`,
    ...(classes.length > 0 ? [`可读班次：${classes.join('、')}`] : []),
    ...steps.map(stepLine),
  ];
}

function stepLine({ did, by, at, sha256, reason }: MaterialStep): string {
  const why = reason === '' ? '' : `，理由：${reason}`;
  return `${at}  ${STEP_NAMES[did]}  ${by}  sha256 ${sha256.slice(0, 12)}${why}`;
}
