import { parse } from 'yaml';
import { z } from 'zod';
import { splitList } from './split-list.ts';
import { parseYamlFile } from './yaml-file.ts';

/** Marks what ships with the software: usable, and not yet confirmed by the unit that uses it. */
export const AWAITING_CONFIRMATION = '随软件附带，待本单位确认';

/** Stands for what nobody has filled in yet; nothing is submitted with it. */
export const UNFILLED = '待填写';

/** Stands for the approver of what nobody has approved yet. */
export const AWAITING_APPROVAL = '待批准';

const date = z.iso.date();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);

/** 收进草稿, 提交审核, 退回修改, 批准, 停用, 修改登记. */
export const STEP_KINDS = ['add', 'submit', 'return', 'approve', 'retire', 'change'] as const;

const materialStep = z.strictObject({
  did: z.enum(STEP_KINDS),
  /** Name of whoever did it, as it was then. */
  by: z.string().min(1),
  /** Their id in the records; null at the machine itself. */
  person: z.string().nullable(),
  /** ISO instant. */
  at: z.iso.datetime(),
  /** Of the file as it was then. */
  sha256,
  /** Why, where it was asked for; empty elsewhere. */
  reason: z.string().default(''),
  /** sha256 over the mark before and this step: whoever alters a step by hand breaks the chain. */
  mark: sha256,
});

const manifestEntry = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/u),
  /** Counts the texts that one material has had; of those in force the last one counts. */
  version: z.int().min(1).default(1),
  title: z.string().min(1),
  issuer: z.string().min(1),
  edition: z.string().min(1),
  /** A 政策文件 settles policy questions; a 方法参考 only stands beside an answer. */
  kind: z.enum(['政策文件', '方法参考']),
  /** Whether its text may leave the house, or only where the operator has allowed it. */
  openness: z.enum(['公开', '内部']).default('公开'),
  /** Ids of the classes that alone may read a 内部 text; where it is left out, everyone of the house. */
  classes: z.array(z.string().min(1)).default([]),
  /** File name beside the manifest; none of the files that are the corpus's own. */
  file: z.string().regex(/^(?!\.)(?!.*\.ya?ml$)[^/\\\p{C}]+$/iu),
  status: z.enum(['draft', 'submitted', 'approved', 'retired']),
  /** Who approved it, or {@link AWAITING_CONFIRMATION}. */
  approver: z.string().min(1),
  /** Null while nobody has approved it, which only what ships may be. */
  approved_at: date.nullable(),
  /** First day in force; null for a text that is in force from its approval on. */
  effective_from: date.nullable(),
  /** Last day in force; null while open-ended. */
  effective_to: date.nullable(),
  /** Of the file's bytes, as they were approved. */
  sha256,
  /**
   * Of what was read from the file and shown to whoever approved it, kept beside it as
   * `FILE.text.json`; left out where the file is read anew for each index.
   */
  text_sha256: sha256.optional(),
  /** What was done with it and by whom, the oldest first; empty where it was put there by hand. */
  steps: z.array(materialStep).default([]),
});

/** Entries are read one by one, so that a faulty one spoils no other. */
const manifestFile = z.object(
  { materials: z.array(z.unknown(), { error: '缺少 materials 列表' }) },
  { error: '缺少 materials 列表' },
);

export type ManifestEntry = z.infer<typeof manifestEntry>;
export type MaterialStep = z.infer<typeof materialStep>;
export type MaterialKind = ManifestEntry['kind'];
export type Openness = ManifestEntry['openness'];

/** An entry that cannot be used as written, with what to mend. */
export interface BrokenEntry {
  readonly id: string;
  readonly problem: string;
  /**
   * Of a version after the first that may be in force: no older one comes in its place. An entry whose
   * version cannot be read may be any, and counts as {@link UNREADABLE_VERSION}.
   */
  readonly version?: number;
}

/** Higher than any. */
export const UNREADABLE_VERSION = Number.MAX_SAFE_INTEGER;

export interface Manifest {
  readonly entries: readonly ManifestEntry[];
  readonly broken: readonly BrokenEntry[];
}

/**
 * Reads `manifest.yaml`. A faulty entry is set aside with its problem, so that the rest still serves.
 *
 * @throws UserFacingError where the file is not a manifest at all
 */
export function parseManifest(yaml: string): Manifest {
  if (last?.yaml === yaml) return last.manifest;
  const manifest = readManifest(yaml);
  last = { yaml, manifest };
  return manifest;
}

/** Asked for many times between two changes; a manifest of a thousand materials takes its time. */
let last: { readonly yaml: string; readonly manifest: Manifest } | null = null;

function readManifest(yaml: string): Manifest {
  const entries: ManifestEntry[] = [];
  const broken: BrokenEntry[] = [];
  /** Where each version stands among the entries. */
  const places = new Map<string, number>();
  for (const [index, { raw, parsed }] of itemsOf(yaml).entries()) {
    if (!parsed.success) {
      const id = idOf(raw, index);
      broken.push({ id, problem: describeIssues(parsed.error, raw), ...laterVersionOf(raw) });
      continue;
    }
    const { id, version, status } = parsed.data;
    const at = places.get(`${id}@${version}`);
    if (at === undefined) places.set(`${id}@${version}`, entries.push(parsed.data) - 1);
    else {
      broken.push({ id, problem: `编号“${id}”重复` });
      // What is retired in one place is not in force by another.
      if (status === 'retired') entries[at] = parsed.data;
    }
  }
  return { entries, broken };
}

/** An item of the list as it stands there, and as an entry. */
interface Item {
  readonly raw: unknown;
  readonly parsed: ReturnType<typeof manifestEntry.safeParse>;
}

function itemsOf(yaml: string): readonly Item[] {
  const texts = splitList(yaml, 'materials');
  const items = texts === null ? null : readOneByOne(texts);
  if (items !== null) return items;
  return parseYamlFile('资料目录 manifest.yaml', yaml, manifestFile).materials.map(itemOf);
}

/** Of the manifest read last, by their texts: a change is of a few, and thousands take a second. */
let knownItems: ReadonlyMap<string, Item> = new Map();

/** Null where one of them cannot be read by itself. */
function readOneByOne(texts: readonly string[]): readonly Item[] | null {
  const found = new Map<string, Item>();
  const items: Item[] = [];
  for (const text of texts) {
    const item = knownItems.get(text) ?? readItem(text);
    if (item === null) return null;
    found.set(text, item);
    items.push(item);
  }
  knownItems = found;
  return items;
}

function readItem(text: string): Item | null {
  try {
    const list: unknown = parse(text);
    return Array.isArray(list) && list.length === 1 ? itemOf(list[0]) : null;
  } catch {
    return null;
  }
}

function itemOf(raw: unknown): Item {
  return { raw, parsed: manifestEntry.safeParse(raw) };
}

function idOf(raw: unknown, index: number): string {
  const id = z.object({ id: z.string() }).safeParse(raw);
  return id.success ? id.data.id : `第 ${index + 1} 项`;
}

function laterVersionOf(raw: unknown): Pick<BrokenEntry, 'version'> {
  const said = z.object({ version: z.unknown(), status: z.unknown() }).partial().safeParse(raw);
  const { version, status } = said.data ?? {};
  if (version === undefined || status === 'draft' || status === 'submitted') return {};
  const read = z.int().min(1).safeParse(version);
  if (!read.success) return { version: UNREADABLE_VERSION };
  return read.data > 1 ? { version: read.data } : {};
}

function describeIssues(error: z.ZodError, raw: unknown): string {
  const problems = error.issues.map((issue) => {
    if (issue.code === 'unrecognized_keys') return `不认识的字段 ${issue.keys.join('、')}`;
    const field = issue.path.join('.');
    if (field === '') return '不是“字段: 值”的形式';
    const isMissing = (raw as Record<string, unknown>)[field] === undefined;
    return isMissing ? `缺少字段 ${field}` : `字段 ${field} 的值不对`;
  });
  return problems.join('；');
}
