import { access, constants } from 'node:fs/promises';
import { dirname } from 'node:path';
import { dateIn } from '../clock.ts';
import { inspectCorpus } from '../corpus/corpus.ts';
import { AWAITING_CONFIRMATION } from '../corpus/manifest.ts';
import { type ShelvedMaterial, STANDING_NAMES, STANDINGS } from '../materials/material.ts';
import { withoutTitleMarks } from '../text/title-marks.ts';
import type { CommandContext } from './command.ts';
import { exclusionLines } from './exclusion-lines.ts';

const DAY = 86_400_000;
/** How long before its last day the end of a material is told. */
const SOON_DAYS = 30;

/** The materials: how many stand where, what must be mended, what will change by itself. */
export async function checkMaterials({ app }: CommandContext) {
  const { admitted, excluded, faults } = await app.corpus();
  const all = await app.shelf.list();
  const problems = exclusionLines([...excluded.filter(({ isProblem }) => isProblem), ...faults]);
  const lines = [
    `可用 ${admitted.length} 份，未收录 ${excluded.length} 份`,
    ...countsOf(all),
    ...(await writableLine(app.folders.folder)),
    ...awaitingLine(admitted.map(({ entry }) => entry)),
    ...comingLines(
      all,
      dateIn(app.config.zone, new Date(app.clock.now().getTime() + SOON_DAYS * DAY)),
    ),
    ...(await updatesOf(all, app)),
    ...problems,
  ];
  return { ok: admitted.length > 0 && problems.length === 0, lines };
}

function countsOf(all: readonly ShelvedMaterial[]): string[] {
  const counts = STANDINGS.map((one) => ({
    name: STANDING_NAMES[one],
    count: all.filter(({ standing }) => standing === one).length,
  }));
  const told = counts.filter(({ count }) => count > 0);
  return [`版本：${told.map(({ name, count }) => `${name} ${count} 个`).join('，')}`];
}

/** Where nothing can be written, materials are kept by hand alone. */
async function writableLine(folder: string): Promise<string[]> {
  const isThere = await access(folder).then(
    () => true,
    () => false,
  );
  const wanted = isThere ? folder : dirname(folder);
  return access(wanted, constants.W_OK).then(
    () => [],
    () => [
      `资料文件夹 ${wanted} 不能写入：不能在对话、网页和命令行中上传、批准、停用资料。需要的，请开放写入权限`,
    ],
  );
}

function awaitingLine(entries: readonly ShelvedMaterial['entry'][]): string[] {
  const awaiting = entries.filter(({ approver }) => approver === AWAITING_CONFIRMATION);
  if (awaiting.length === 0) return [];
  const titles = awaiting.map(({ title }) => `《${withoutTitleMarks(title)}》`).join('');
  return [
    `${AWAITING_CONFIRMATION}：${titles}。核对后由管理员在“资料管理”中确认，或运行 corpus approve 资料编号 --by 姓名。`,
  ];
}

function comingLines(all: readonly ShelvedMaterial[], until: string): string[] {
  return all.flatMap(({ entry, standing }) => {
    const { title, version, effective_from: from, effective_to: to } = entry;
    if (standing === 'scheduled' && from !== null) {
      return [`《${withoutTitleMarks(title)}》版本${version}自 ${from} 起生效`];
    }
    if (standing === 'in-force' && to !== null && to <= until) {
      return [`《${withoutTitleMarks(title)}》将于 ${to} 之后失效；继续使用的，请上传新版本`];
    }
    return [];
  });
}

/** What ships with a newer program does not come by itself into a folder that was copied before. */
async function updatesOf(
  all: readonly ShelvedMaterial[],
  { config, corpusFolder, clock }: CommandContext['app'],
): Promise<string[]> {
  if (corpusFolder() === config.corpusFolder) return [];
  const shipped = await inspectCorpus(config.corpusFolder, dateIn(config.zone, clock.now()));
  const known = new Set(all.map(({ entry }) => entry.sha256));
  return shipped.admitted.flatMap(({ entry, folder }) => {
    if (known.has(entry.sha256)) return [];
    const { title, id, file } = entry;
    return [
      `随软件附带的《${withoutTitleMarks(title)}》有更新，需要的请运行 corpus add ${folder}/${file} --replaces ${id}`,
    ];
  });
}
