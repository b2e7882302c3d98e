import { timeIn } from '../../../clock.ts';
import { STEP_NAMES } from '../../../materials/material.ts';
import { type Button, choices, heading, lead, plain } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../feature.ts';
import { nameOfVersion, shortHash, standingInWords, titleOf } from './material-words.ts';
import { namedAs, versionsOf, withMaterial } from './opened-material.ts';

const NO_VERSIONS = '没有找到这份资料。发送“资料管理”可以查看现有的资料。';

/** Who did what to a version, and when, with the file that it then was. */
export function listSteps(
  named: DeedOf<'list-material-steps'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withMaterial(named, on, (material) => {
    const lines = material.entry.steps.map(({ did, by, at, sha256, reason }) => {
      const why = reason === '' ? '' : `：${reason}`;
      return `${timeIn(on.zone, new Date(at))}　${by || '未填姓名'}　${STEP_NAMES[did]}${why}（${shortHash({ sha256 })}）`;
    });
    return {
      placement: 'turn',
      blocks: [
        heading(`${nameOfVersion(material)}的操作记录`),
        lines.length === 0
          ? lead('没有记录：这份资料是随软件附带，或者由维护人员直接放入的。')
          : plain(lines.join('\n')),
        choices('资料', ['返回资料', { kind: 'open-material', ...namedAs(material) }]),
      ],
    };
  });
}

/** All texts that a material has had, the last first. */
export async function listMaterialVersions(
  { material }: DeedOf<'list-material-versions'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const all = await versionsOf(material, on);
  const [latest] = all;
  if (latest === undefined) return say(NO_VERSIONS);
  const lines = all.map(
    (one) =>
      `第 ${one.entry.version} 版　${one.entry.edition || '未填版次'}　${standingInWords(one)}`,
  );
  const open = all.map(
    (one): Button => [`第 ${one.entry.version} 版`, { kind: 'open-material', ...namedAs(one) }],
  );
  return {
    placement: 'turn',
    blocks: [
      heading(`${titleOf(latest)}的各个版本（共 ${all.length} 版）`),
      plain(lines.join('\n')),
      choices('版本', ...open, ['资料管理', { kind: 'list-shelf', of: 'current', from: 0 }]),
    ],
  };
}
