import { parseArgs } from 'node:util';
import { withoutTitleMarks } from '../../text/title-marks.ts';
import type { Command } from '../command.ts';
import { jsonOf, lineOf, periodOf } from './shown-material.ts';

/** `corpus list [--all] [--json]`: what is in force and what is not; with `--all` every version. */
export const list: Command = async (args, { app, output }) => {
  const { values } = parseArgs({
    args: [...args],
    options: { all: { type: 'boolean' }, json: { type: 'boolean' } },
  });
  if (values.json === true || values.all === true) {
    const all = await app.shelf.list();
    const listed = all.filter(({ standing }) => values.all === true || standing === 'in-force');
    if (values.json === true) output.line(JSON.stringify(listed.map(jsonOf)));
    else for (const material of listed) output.line(lineOf(material));
    return 0;
  }
  const { admitted, excluded } = await app.corpus();
  for (const { entry } of admitted) {
    const { id, kind, title, issuer, approver } = entry;
    output.line(
      `${id}  ${kind}  《${withoutTitleMarks(title)}》 ${issuer}  ${periodOf(entry)}  ${approver}`,
    );
  }
  for (const { id, title, reason } of excluded) {
    output.line(
      `${id}  未收录  ${title === null ? '' : `《${withoutTitleMarks(title)}》 `}${reason}`,
    );
  }
  return 0;
};
