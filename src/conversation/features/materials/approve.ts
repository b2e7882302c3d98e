import { AWAITING_CONFIRMATION } from '../../../corpus/manifest.ts';
import { DETAIL_NAMES } from '../../../materials/lifecycle/check-details.ts';
import { fingerprintOf, type ShelvedMaterial } from '../../../materials/material.ts';
import { nameOf } from '../../../people/person.ts';
import { dateInWords } from '../../../text/date-in-words.ts';
import { type Button, choices, decision, heading, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import { audited } from '../people/audited.ts';
import { actorOf, notDone } from './after-change.ts';
import { type Compared, comparedWith, differenceBlocks } from './compare.ts';
import { differing } from './difference-words.ts';
import { materialBlocks } from './material-page.ts';
import { fieldInWords, lastStep, nameOfVersion, shortHash } from './material-words.ts';
import { namedAs, versionOf, withMaterial, withMaterials } from './opened-material.ts';
import { tellSubmitter } from './tell.ts';
import { thenFresh } from './then-fresh.ts';

const NOT_SUBMITTED = '这份资料现在不在待审核中。请看现在的状态。';
const FILE_GONE = '文件已经找不到，不能批准。请退回，由上传的人重新上传。';
const NO_OTHER =
  '没有可以在这里比较的旧版：这是第一版，或者旧版的文件已经找不到，或者旧版的内容不能在这里显示。请点“查看段落”核对全文。';
const MOST_CHANGES = 5;

/** What somebody must see before they approve: what differs, what is in doubt, which file it is. */
export function reviewMaterial(
  named: DeedOf<'ask-approve-material'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withMaterials(named, on, async (material, all) => {
    if (!awaitsApproval(material)) return notDone(NOT_SUBMITTED, named, on);
    const reading = await on.shelf.reading(versionOf(named));
    if (reading === null) return notDone(FILE_GONE, named, on);
    const compared = await comparedWith(material, all, on);
    const { doubts } = reading;
    const looked = namedAs(material);
    return {
      placement: 'turn',
      blocks: [
        heading(`审核${nameOfVersion(material)}`),
        plain((await factsOf(material, on)).join('\n')),
        ...(doubts.length === 0 ? [] : [heading('存疑，请核对'), lead(doubts.join('\n'))]),
        ...comparedBlocks(compared),
        choices('核对', ...waysToLook(material, compared)),
        remark(whatFollows(material, compared, on)),
        decision(
          '审核',
          [
            '批准',
            {
              ...{ kind: 'approve-material', ...looked, sha256: material.entry.sha256 },
              seen: fingerprintOf(material.entry),
            },
          ],
          ...(material.standing === 'submitted'
            ? ([['退回', { kind: 'ask-return-material', ...looked }]] as const)
            : []),
          ['先不办', { kind: 'list-shelf', of: 'current', from: 0 }],
        ),
      ],
    };
  });
}

/** What somebody submitted, or what came with the software and no one of the house has confirmed. */
function awaitsApproval({ entry, standing }: ShelvedMaterial): boolean {
  const isUnconfirmed = entry.status === 'approved' && entry.approver === AWAITING_CONFIRMATION;
  return standing === 'submitted' || isUnconfirmed;
}

async function factsOf(
  material: ShelvedMaterial,
  on: PersonalOccasion,
): Promise<readonly string[]> {
  const { entry } = material;
  const submitted = lastStep(material, 'submit');
  const told = (field: Parameters<typeof fieldInWords>[0]) => fieldInWords(field, material, on);
  const classes = entry.openness === '内部' ? `，${await told('classes')}可读` : '';
  return [
    `提交人：${submitted?.by ?? '随软件附带，没有提交人'}`,
    `${DETAIL_NAMES.issuer}：${await told('issuer')}`,
    `${DETAIL_NAMES.edition}：${await told('edition')}`,
    `类别：${entry.kind}，${entry.openness}${classes}`,
    `生效：${await told('effective_from')}，${await told('effective_to')}`,
    `文件指纹：${shortHash(entry)}（sha256 前 12 位）`,
  ];
}

function comparedBlocks(compared: Compared | null): DraftBlock[] {
  if (compared === null) return [remark(NO_OTHER)];
  return [
    heading(`与第 ${compared.before.entry.version} 版比较`),
    ...differenceBlocks(compared, 0, MOST_CHANGES),
  ];
}

function waysToLook(material: ShelvedMaterial, compared: Compared | null): Button[] {
  const named = namedAs(material);
  const isLong = compared !== null && differing(compared.difference).length > MOST_CHANGES;
  return [
    ...(isLong
      ? ([['全部不同之处', { kind: 'compare-material', ...named, from: 0 }]] as const)
      : []),
    ['查看层级', { kind: 'show-material-outline', ...named, from: 0 }],
    ['查看段落', { kind: 'show-material-passages', ...named, from: 0 }],
    ['未收入的内容', { kind: 'show-left-out', ...named }],
    ['下载原文件', { kind: 'export-material', ...named }],
  ];
}

function whatFollows(
  { entry }: ShelvedMaterial,
  compared: Compared | null,
  { today }: PersonalOccasion,
): string {
  const from = entry.effective_from;
  const when = from !== null && from > today ? `自${dateInWords(from)}起` : '批准后马上';
  const old =
    compared?.before.standing === 'in-force'
      ? `，第 ${compared.before.entry.version} 版同时不再引用，看过旧引文的人员会收到消息`
      : '';
  return `批准的是您看到的这个文件；${when}可以引用${old}。启用以前先过把关，有把关题变差的不启用，答复仍按原来的给出。`;
}

/** Approves the file that was looked at, and says from when it counts. */
export function approveMaterial(
  { sha256, seen, ...named }: DeedOf<'approve-material'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withMaterial(named, on, async () => {
    const shelved = await on.shelf.approve(versionOf(named), sha256, actorOf(on), seen);
    if (shelved.kind === 'refused') return notDone(shelved.problem, named, on);
    const { material } = shelved;
    const name = nameOfVersion(material);
    const words = approvedInWords(material);
    const approved: DraftBlock[] = [lead(words)];
    const page = () => materialBlocks(material, on);
    return {
      placement: 'turn',
      changes: [
        audited('批准资料', `${name}，${shortHash(material.entry)}`, on),
        ...tellSubmitter(
          material,
          {
            ...{ did: 'approve', title: '资料已批准' },
            text: `${name}${words}审核人：${nameOf(on.person)}。`,
          },
          on,
        ),
      ],
      blocks:
        material.standing === 'in-force'
          ? thenFresh(
              approved,
              { done: '现在起答复引用新的文本。', waits: '正在更新检索，较大的资料需要几十秒…' },
              page,
              on,
            )
          : [...approved, ...(await page())],
    };
  });
}

function approvedInWords({ standing, entry, reason }: ShelvedMaterial): string {
  if (standing === 'in-force') return '已批准，即日起生效。';
  if (standing === 'scheduled' && entry.effective_from !== null) {
    return `已批准，自${dateInWords(entry.effective_from)}起生效；在此以前照旧。`;
  }
  return `已批准，但现在还不引用${reason === null ? '' : `：${reason}`}。`;
}
