import type { MaterialStanding, ShelvedMaterial } from '../../../materials/material.ts';
import { can } from '../../../people/abilities.ts';
import { dateInWords } from '../../../text/date-in-words.ts';
import { type Button, choices, heading, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import { shortened } from '../../shortened.ts';
import { lastStep, standingInWords, titleOf } from './material-words.ts';
import { namedAs, theirMaterials } from './opened-material.ts';
import { turnPages } from './turn-pages.ts';

const PAGE = 8;

interface Group {
  readonly name: string;
  readonly holds: readonly MaterialStanding[];
}

/** In the order in which they are worked on. */
const CURRENT: readonly Group[] = [
  { name: '待审核', holds: ['submitted'] },
  { name: '不可用', holds: ['unusable'] },
  { name: '草稿', holds: ['draft'] },
  { name: '已批准，尚未生效', holds: ['scheduled'] },
  { name: '现行', holds: ['in-force'] },
];
const ENDED: readonly Group[] = [
  { name: '已被新版本替代', holds: ['superseded'] },
  { name: '已失效', holds: ['expired'] },
  { name: '已停用', holds: ['retired'] },
];
const NOTHING_YET = '还没有资料。请上传第一份。';
const NOTHING_ENDED = '没有停用、失效或者被替代的资料。';

/** What awaits approval first, then drafts, then what answers quote; what is over on request. */
export async function listShelf(
  { of, from }: Pick<DeedOf<'list-shelf'>, 'of' | 'from'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const mine = await theirMaterials(on);
  const groups = of === 'current' ? CURRENT : ENDED;
  const grouped = groups.flatMap((group) =>
    mine
      .filter(({ standing }) => group.holds.includes(standing))
      .toSorted((a, b) => Number(isOwn(b, on)) - Number(isOwn(a, on)))
      .map((material) => ({ group, material })),
  );
  const shown = grouped.slice(from, from + PAGE);
  const total = (group: Group) => grouped.filter((one) => one.group === group).length;
  const open = shown.map(
    ({ material }, at): Button => [
      shortened(`${from + at + 1}. ${titleOf(material)}`),
      { kind: 'open-material', ...namedAs(material) },
    ],
  );
  const blocks: DraftBlock[] = [];
  for (const group of groups) {
    const lines = shown.flatMap((one, at) =>
      one.group === group ? [lineOf(one.material, from + at + 1, on)] : [],
    );
    if (lines.length > 0) {
      blocks.push(heading(`${group.name}（${total(group)} 份）`), plain(lines.join('\n')));
    }
  }
  return {
    placement: 'turn',
    blocks: [
      ...(grouped.length === 0 ? [lead(of === 'current' ? NOTHING_YET : NOTHING_ENDED)] : blocks),
      ...(grouped.length > PAGE ? [plain(rangeInWords(from, grouped.length))] : []),
      ...(open.length === 0 ? [] : [choices('打开资料', ...open)]),
      ...(from === 0 ? await troubleBlocks(on) : []),
      choices('资料管理', ...waysOn({ of, from }, grouped.length), ...goldenButton(on)),
    ],
  };
}

/** Whose answers do not come from the materials as they are now is for those who manage them. */
async function troubleBlocks(on: PersonalOccasion): Promise<DraftBlock[]> {
  if (!can(on.person.role, 'manage-materials')) return [];
  const trouble = on.indexTrouble();
  return trouble === null ? [] : [remark(trouble)];
}

function rangeInWords(from: number, total: number): string {
  return `第 ${from + 1} 至 ${Math.min(from + PAGE, total)} 份，共 ${total} 份`;
}

function waysOn({ of, from }: Pick<DeedOf<'list-shelf'>, 'of' | 'from'>, total: number): Button[] {
  return [
    ...turnPages({ kind: 'list-shelf', of, from }, PAGE, total),
    ['上传资料', { kind: 'ask-material-file' }],
    of === 'current'
      ? ['停用和历史版本', { kind: 'list-shelf', of: 'ended', from: 0 }]
      : ['返回列表', { kind: 'list-shelf', of: 'current', from: 0 }],
  ];
}

function goldenButton({ person }: PersonalOccasion): Button[] {
  return can(person.role, 'manage-materials')
    ? [['把关题', { kind: 'list-golden', of: 'all', words: '', from: 0 }]]
    : [];
}

function isOwn({ entry }: ShelvedMaterial, { person }: PersonalOccasion): boolean {
  return entry.steps.some(({ did, person: by }) => did === 'add' && by === person.id);
}

function lineOf(material: ShelvedMaterial, number: number, on: PersonalOccasion): string {
  const { entry, standing } = material;
  const by = lastStep(material, standing === 'submitted' ? 'submit' : 'add')?.by ?? '';
  const told = [
    `第 ${entry.version} 版`,
    ...(entry.openness === '内部' ? ['内部'] : []),
    ...(standing === 'submitted' && by !== '' ? [`${by}提交`] : []),
    ...(standing === 'draft' && !isOwn(material, on) && by !== '' ? [`${by}上传`] : []),
    ...(standing === 'unusable' ? [standingInWords(material)] : []),
    ...(standing === 'scheduled' && entry.effective_from !== null
      ? [`自${dateInWords(entry.effective_from)}起`]
      : []),
    ...(standing === 'in-force' && entry.effective_to !== null
      ? [`到${dateInWords(entry.effective_to)}止`]
      : []),
  ];
  return `${number}. ${titleOf(material)}（${told.join('，')}）`;
}
