import type { GateFindings } from '../../../materials/gate/findings.ts';
import { stoppedInWords } from '../../../materials/gate/gate-words.ts';
import type { Release } from '../../../materials/gate/store.ts';
import { type Button, choices, heading, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FindingKind } from '../../deeds/gate.ts';
import { type FeatureReply, type PersonalOccasion, say, type Working } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import { turnPages } from '../turn-pages.ts';
import { FINDING_KINDS, FINDING_NAMES, findingLines, showableTitles } from './finding-words.ts';
import { overruledLines, releaseLine } from './release-words.ts';

/** Findings of a kind that the page shows at once, and those of a page of their own. */
const SHOWN = 3;
const PAGE = 6;
const RELEASES = 10;

const NOTHING_YET =
  '还没有把关记录。资料、问答对或者词表有变动时，先用把关题逐题检查，答得不如原来的不启用。';
const AS_IT_IS = '答复按现在的资料给出，没有被拦下的变动。';
const GONE = '没有找到这次把关的结果。发送“把关”可以查看最近的结果。';

/** How the last release went; what is stopped now comes before all else. */
export function openGate(on: PersonalOccasion): FeatureReply {
  return { placement: 'turn', blocks: gateBlocks(on) };
}

/** Waits until what has changed is judged. */
export async function* gateBlocks(on: PersonalOccasion): AsyncGenerator<DraftBlock | Working> {
  yield { kind: 'working', word: '正在核对资料…' };
  const trouble = await on.freshIndex();
  const held = on.heldIndex();
  const stopped = held === null ? null : await on.releases.find(held.index, held.before);
  const [latest = null] = await on.releases.latest(1);
  if (stopped !== null) yield* await releaseBlocks(stopped, on);
  else {
    yield lead(trouble ?? AS_IT_IS);
    if (latest !== null) yield* await releaseBlocks(latest, on);
    else yield* [plain(NOTHING_YET), choices('把关', ...WAYS)];
  }
}

const WAYS: readonly Button[] = [
  ['打开资料', { kind: 'list-shelf', of: 'current', from: 0 }],
  ['把关题', { kind: 'list-golden', of: 'all', words: '', from: 0 }],
  ['以往结果', { kind: 'list-releases', from: 0 }],
];

export async function openRelease(
  { index, before }: Pick<DeedOf<'open-release'>, 'index' | 'before'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const found = await on.releases.find(index, before);
  if (found === null) return say(GONE);
  return { placement: 'turn', blocks: await releaseBlocks(found, on) };
}

/** Whether this is what the gate has stopped now, and not something that has been changed since. */
export function isHeldNow({ index, before, verdict }: Release, on: PersonalOccasion): boolean {
  const held = on.heldIndex();
  return verdict === 'held' && held?.index === index && held.before === before;
}

async function releaseBlocks(release: Release, on: PersonalOccasion): Promise<DraftBlock[]> {
  const { findings, index, before } = release;
  const isNow = isHeldNow(release, on);
  const mayShow = await showableTitles(on);
  const blocks: DraftBlock[] = [];
  for (const of of FINDING_KINDS) {
    const lines = findingLines(findings, of, mayShow);
    // What was changed on purpose is changed in many answers: it is shown on request.
    if (of === 'changed' || lines.length === 0) continue;
    blocks.push(
      heading(`${FINDING_NAMES[of]}（${lines.length} 道）`),
      ...numbered(lines.slice(0, SHOWN), 0),
    );
  }
  return [
    ...(isNow ? [lead(stoppedInWords(findings))] : []),
    heading('把关结果'),
    plain([releaseLine(release, on), ...overruledLines(release, on)].join('\n')),
    ...(isNow ? [remark(WHAT_TO_DO)] : []),
    ...blocks,
    ...(isNow ? [choices('启用', ['仍然启用', { kind: 'ask-overrule', index, before }])] : []),
    choices('把关', ...moreOf(release, findings), ...WAYS),
  ];
}

const WHAT_TO_DO =
  '资料有误的，请改正后重新上传、审核；把关题过时的，请修改把关题；核对无误的，可以写明理由后启用。';

/** Each as a text of its own, so that it is not read together with the next one. */
function numbered(lines: readonly string[], from: number): DraftBlock[] {
  return lines.map((line, at) => plain(`${from + at + 1}. ${line}`));
}

function moreOf({ index, before }: Release, findings: GateFindings): Button[] {
  const shown = (of: FindingKind) => (of === 'changed' ? 0 : SHOWN);
  return FINDING_KINDS.flatMap((of): Button[] =>
    findings[of].length > shown(of)
      ? [[`全部${FINDING_NAMES[of]}的`, { kind: 'list-findings', index, before, of, from: 0 }]]
      : [],
  );
}

/** All golden questions of one kind. */
export async function listFindings(
  { index, before, of, from }: DeedOf<'list-findings'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const found = await on.releases.find(index, before);
  if (found === null) return say(GONE);
  const lines = findingLines(found.findings, of, await showableTitles(on));
  return {
    placement: 'turn',
    blocks: [
      heading(`${FINDING_NAMES[of]}（共 ${lines.length} 道）`),
      ...numbered(lines.slice(from, from + PAGE), from),
      choices(
        '把关',
        ...turnPages({ kind: 'list-findings', index, before, of, from }, PAGE, lines.length),
        ['返回结果', { kind: 'open-release', index, before }],
      ),
    ],
  };
}

/** What the gate found lately, the newest first. */
export async function listReleases(
  { from }: Pick<DeedOf<'list-releases'>, 'from'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const all = await on.releases.latest(from + RELEASES + 1);
  const shown = all.slice(from, from + RELEASES);
  if (shown.length === 0) return say(NOTHING_YET);
  const lines = shown.map((one, at) => `${from + at + 1}. ${releaseLine(one, on)}`);
  const open = shown.map(
    ({ index, before }, at): Button => [
      `第 ${from + at + 1} 次`,
      { kind: 'open-release', index, before },
    ],
  );
  return {
    placement: 'turn',
    blocks: [
      heading('以往把关结果'),
      plain(lines.join('\n')),
      choices('打开结果', ...open),
      choices('把关', ...turnPages({ kind: 'list-releases', from }, RELEASES, all.length), [
        '返回',
        { kind: 'open-gate' },
      ]),
    ],
  };
}
