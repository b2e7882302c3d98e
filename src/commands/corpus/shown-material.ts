import { type ShelvedMaterial, STANDING_NAMES } from '../../materials/material.ts';
import { withoutTitleMarks } from '../../text/title-marks.ts';

/** A version as `--json` prints it. */
export function jsonOf({ entry, standing, reason }: ShelvedMaterial) {
  return { ...entry, standing, reason };
}

/** A version in a line. */
export function lineOf({ entry, standing, reason }: ShelvedMaterial): string {
  const { id, version, kind, title, issuer, openness } = entry;
  const shown = openness === '公开' ? '' : `  ${openness}`;
  const name = STANDING_NAMES[standing];
  const state =
    reason?.startsWith(name) === true ? reason : `${name}${reason === null ? '' : `（${reason}）`}`;
  return `${id}@${version}  ${state}  ${kind}  《${withoutTitleMarks(title)}》 ${issuer}  ${periodOf(entry)}${shown}`;
}

export function periodOf({
  effective_from: from,
  effective_to: to,
}: Pick<ShelvedMaterial['entry'], 'effective_from' | 'effective_to'>): string {
  if (from === null && to === null) return '长期有效';
  return `${from === null ? '' : `${from} 起`}${to === null ? '' : `至 ${to}`}`;
}
