import { STANDING_NAMES } from '../../materials/material.ts';
import type { Shelved } from '../../materials/shelf.ts';
import { withoutTitleMarks } from '../../text/title-marks.ts';
import type { Output } from '../command.ts';
import { jsonOf } from './shown-material.ts';

/** Tells what came of a step, and gives the exit code. */
export function tellShelved(shelved: Shelved, done: string, json: boolean, output: Output): number {
  if (shelved.kind === 'refused') {
    if (json) output.line(JSON.stringify({ refused: shelved.problem }));
    else output.note(shelved.problem);
    return 1;
  }
  const { material, remarks } = shelved;
  if (json) {
    output.line(JSON.stringify({ material: jsonOf(material), remarks }));
    return 0;
  }
  const { id, version, title } = material.entry;
  output.line(
    `${done}：《${withoutTitleMarks(title)}》（${id}@${version}），${STANDING_NAMES[material.standing]}。`,
  );
  for (const remark of remarks) output.line(remark);
  return 0;
}
