import type { ShelvedMaterial } from '../../../materials/material.ts';
import type { SentFile, Shelved } from '../../../materials/shelf.ts';
import { likeness } from '../../../text/likeness.ts';
import { withoutTitleMarks } from '../../../text/title-marks.ts';
import { type Button, choices, lead, plain, remark } from '../../blocks.ts';
import type { FeatureReply, Occasion, PersonalOccasion, Settled, Working } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import { shortened } from '../../shortened.ts';
import { audited } from '../people/audited.ts';
import { actorOf } from './after-change.ts';
import { materialBlocks } from './material-page.ts';
import { nameOfVersion, shortHash } from './material-words.ts';
import { namedAs, theirMaterials } from './opened-material.ts';
import { nameless } from './signed.ts';

const ASK = '请把资料文件发给我，一次一份。';
const HOW = [
  '可以收 Word（.docx）、PDF（有文字，不是扫描图片）、网页（.html）和文本（.md、.txt），每份不超过 20 MB。',
  '收到以后先读成文字请您核对，提交审核、由另一位管理员批准后才会引用。',
].join('\n');
const NO_SECRETS = '涉密资料不得发到这里，包括标有绝密、机密、秘密的。';
const READING = '正在读取文件，页数多的需要几十秒…';
/** From here on, two titles may well be one material in two editions. */
const ALIKE = 0.7;
const MOST_ALIKE = 2;

export function askMaterialFile(_: PersonalOccasion): FeatureReply {
  return {
    placement: 'turn',
    blocks: [
      lead(ASK),
      plain(HOW),
      remark(NO_SECRETS),
      choices('资料', ['资料管理', { kind: 'list-shelf', of: 'current', from: 0 }]),
    ],
  };
}

/** Reads a file and keeps it as a draft; what is marked as 涉密 leaves nothing behind, its name neither. */
export function takeMaterialFile(file: SentFile, { person, ...occasion }: Occasion): FeatureReply {
  if (person === null) throw new Error('Cannot keep a material for a stranger');
  const on: PersonalOccasion = { ...occasion, person };
  if (person.name.trim() === '') return nameless();
  let settled: Settled = {};
  async function* blocks(): AsyncGenerator<DraftBlock | Working> {
    yield { kind: 'working', word: READING };
    const shelved = await on.shelf.add({
      ...{ file, details: {}, replaces: null, id: null, by: actorOf(on) },
    });
    settled = settledBy(shelved, on);
    yield* await arrivedBlocks(shelved, on);
  }
  return { placement: 'turn', blocks: blocks(), settle: () => settled };
}

function settledBy(shelved: Shelved, on: PersonalOccasion): Settled {
  if (shelved.kind === 'done') {
    const { material } = shelved;
    const detail = `${nameOfVersion(material)}，${shortHash(material.entry)}`;
    return { changes: [audited('上传资料', detail, on)] };
  }
  return shelved.isSecrecyMarked === true ? { said: '文件', takesBack: true } : {};
}

async function arrivedBlocks(shelved: Shelved, on: PersonalOccasion): Promise<DraftBlock[]> {
  if (shelved.kind === 'refused') {
    return [
      lead(shelved.problem),
      choices('资料', ['资料管理', { kind: 'list-shelf', of: 'current', from: 0 }]),
    ];
  }
  const { material } = shelved;
  const alike = await alikeTo(material, on);
  return [
    lead('已读取，存为草稿，还没有提交审核。请核对读得对不对。'),
    ...(alike.length === 0
      ? []
      : [
          remark(
            '已有标题相近的资料。这一份如果是它的新版本，请点下面的按钮，批准后新版本替代旧版本。',
          ),
          choices('新版本', ...alike.map((one) => joinButton(material, one))),
        ]),
    ...(await materialBlocks(material, on)),
  ];
}

function joinButton(material: ShelvedMaterial, other: ShelvedMaterial): Button {
  return [
    `作为《${shortened(withoutTitleMarks(other.entry.title))}》的新版本`,
    { kind: 'join-material', ...namedAs(material), to: other.entry.id },
  ];
}

/** Other materials with much the same title, the likest first, each once. */
async function alikeTo(
  material: ShelvedMaterial,
  on: PersonalOccasion,
): Promise<readonly ShelvedMaterial[]> {
  const { id, title, version } = material.entry;
  if (version > 1 || title.trim() === '') return [];
  const latest = new Map<string, ShelvedMaterial>();
  for (const one of await theirMaterials(on)) {
    const isOther = one.entry.id !== id && one.entry.status === 'approved';
    if (isOther && !latest.has(one.entry.id)) latest.set(one.entry.id, one);
  }
  return [...latest.values()]
    .map((one) => ({ one, alike: likeness(title, one.entry.title) }))
    .filter(({ alike }) => alike >= ALIKE)
    .toSorted((a, b) => b.alike - a.alike)
    .slice(0, MOST_ALIKE)
    .map(({ one }) => one);
}
