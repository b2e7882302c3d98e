import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { inspectCorpus } from '../../src/corpus/corpus.ts';
import type { Actor, ShelvedMaterial, VersionOf } from '../../src/materials/material.ts';
import { openShelf, type ShelfParts } from '../../src/materials/open-shelf.ts';
import type { AddRequest, Shelf, Shelved } from '../../src/materials/shelf.ts';

export const ZHANG: Actor = { name: '张三', person: 'p-zhang' };
export const LI: Actor = { name: '李四', person: 'p-li' };

export const RULES = [
  '学员管理规定',
  '第一条 学员应当遵守学习纪律。',
  '第二条 学员请假须经批准。',
  '本规定自2024年3月1日起施行。',
].join('\n');

export interface ShelfHouse {
  readonly shelf: Shelf;
  readonly folder: string;
  readonly parts: ShelfParts;
  /** What the folder serves today, as `ID@N`. */
  serves(): Promise<string[]>;
  files(): Promise<string[]>;
  manifest(): Promise<string>;
  on(day: string): void;
}

/** A shelf with a folder of its own, empty where nothing is given to begin from. */
export async function makeShelf(changes: Partial<ShelfParts> = {}): Promise<ShelfHouse> {
  const root = await mkdtemp(join(tmpdir(), 'shelf-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  let today = '2024-06-01';
  const own = join(root, 'corpus');
  const parts: ShelfParts = {
    ...{ folder: own, startFrom: own, dataFolder: join(root, 'data') },
    today: () => today,
    now: () => new Date(`${today}T02:00:00Z`),
    oneMayApprove: false,
    ...changes,
  };
  const { folder } = parts;
  return {
    shelf: openShelf(parts),
    ...{ folder, parts },
    serves: async () => {
      const { admitted } = await inspectCorpus(folder, today);
      return admitted.map(({ entry }) => `${entry.id}@${entry.version}`);
    },
    files: async () => (await readdir(folder)).sort(),
    manifest: () => readFile(join(folder, 'manifest.yaml'), 'utf8'),
    on: (day) => {
      today = day;
    },
  };
}

export function request(text: string | Uint8Array, changes: Partial<AddRequest> = {}): AddRequest {
  return {
    file: { name: 'rules.txt', bytes: Buffer.from(text) },
    details: { issuer: '某市委党校', edition: '第1版' },
    ...{ replaces: null, id: null, by: ZHANG },
    ...changes,
  };
}

/** @throws where it was refused */
export async function doneOf(shelved: Promise<Shelved>): Promise<ShelvedMaterial> {
  const outcome = await shelved;
  if (outcome.kind === 'refused') throw new Error(`Expected no refusal: ${outcome.problem}`);
  return outcome.material;
}

/** @throws where it was done */
export async function refusalOf(shelved: Promise<Shelved>): Promise<string> {
  const outcome = await shelved;
  if (outcome.kind === 'done') throw new Error('Expected a refusal');
  return outcome.problem;
}

/** Adds, submits and approves a text. */
export async function approved(
  { shelf }: ShelfHouse,
  text: string,
  changes: Partial<AddRequest> = {},
): Promise<VersionOf> {
  const { entry } = await doneOf(shelf.add(request(text, changes)));
  await doneOf(shelf.submit(entry, ZHANG));
  await doneOf(shelf.approve(entry, entry.sha256, LI));
  return { id: entry.id, version: entry.version };
}
