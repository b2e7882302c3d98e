import {
  AWAITING_CONFIRMATION,
  type BrokenEntry,
  type ManifestEntry,
  UNREADABLE_VERSION,
} from './manifest.ts';
import { firstBrokenStep, lastTurn } from './steps.ts';

/**
 * How a version of a material stands today: 草稿, 待审核, 已批准 (its day has not come), 现行,
 * 已被新版本替代, 已失效 (its last day has passed), 已停用, 不可用 (its file is altered or missing).
 */
export const STANDINGS = [
  'draft',
  'submitted',
  'scheduled',
  'in-force',
  'superseded',
  'expired',
  'retired',
  'unusable',
] as const;

export type MaterialStanding = (typeof STANDINGS)[number];

/** What the files of an entry are now. */
export interface FileState {
  /** Null where the file is missing. */
  readonly sha256: string | null;
  /** Of what was read from it; null where nothing is kept beside it. */
  readonly textSha256: string | null;
}

/** An entry with what its files are now. */
export interface LookedAt {
  readonly entry: ManifestEntry;
  readonly file: FileState;
}

export interface Standing {
  readonly standing: MaterialStanding;
  /** Why it is not in force, in words for people; null where it is. */
  readonly reason: string | null;
}

/**
 * How versions stand, in the order given: a pure function of manifest, files and day, so that what
 * is scheduled comes in by itself. Of one id the highest version that ever took effect decides: once
 * it is retired, over or altered, no older text comes back in its place.
 *
 * @param all every version of the ids in it
 * @param broken entries that cannot be read: one that may be in force lets no older version serve
 * @param today `YYYY-MM-DD` in the deployment's zone; both effective dates count as in force
 */
export function standingsOf(
  all: readonly LookedAt[],
  today: string,
  broken: readonly BrokenEntry[] = [],
): Standing[] {
  const leaders = new Map<string, number>();
  for (const { id, version } of broken) {
    if (version !== undefined) leaders.set(id, Math.max(leaders.get(id) ?? 0, version));
  }
  for (const { entry } of all) {
    if (!tookEffect(entry, today)) continue;
    leaders.set(entry.id, Math.max(leaders.get(entry.id) ?? 0, entry.version));
  }
  return all.map(({ entry, file }) => {
    const alone = standAlone(entry, file, today);
    const leader = leaders.get(entry.id) ?? 0;
    const isLed = entry.status === 'approved' && leader > entry.version;
    return isLed && alone.standing !== 'expired'
      ? { standing: 'superseded', reason: reasonOfLeader(leader) }
      : alone;
  });
}

function reasonOfLeader(leader: number): string {
  return leader === UNREADABLE_VERSION
    ? '同一编号的另一条目版本号有误，更正以前不引用'
    : `已有版本${leader}，本版本不再引用`;
}

/** How a version stands where it is the only one. */
export function standAlone(entry: ManifestEntry, file: FileState, today: string): Standing {
  if (entry.status !== 'approved') {
    return { standing: entry.status, reason: reasonOfStatus(entry, file) };
  }
  const fault = faultOf(entry, file);
  if (fault !== null) return { standing: 'unusable', reason: fault };
  if (entry.approved_at !== null && entry.approved_at > today) {
    return { standing: 'scheduled', reason: `批准日期 ${entry.approved_at} 晚于今天` };
  }
  if (entry.effective_from !== null && entry.effective_from > today) {
    return { standing: 'scheduled', reason: `自 ${entry.effective_from} 起生效，尚未到期` };
  }
  if (entry.effective_to !== null && entry.effective_to < today) {
    return { standing: 'expired', reason: `已于 ${entry.effective_to} 失效` };
  }
  return { standing: 'in-force', reason: null };
}

/** What is wrong with the files, the steps or the approval of an entry; null where nothing is. */
export function faultOf(entry: ManifestEntry, file: FileState): string | null {
  const chain = chainFaultOf(entry);
  if (chain !== null) return chain;
  if (entry.status === 'approved' && !isSignedOff(entry)) {
    return '没有批准日期，请填写 approved_at';
  }
  return fileFaultOf(entry, file);
}

/** Whether the file and what was read from it are those of the entry; null where they are. */
export function fileFaultOf(entry: ManifestEntry, file: FileState): string | null {
  if (file.sha256 === null) {
    return `找不到文件 ${entry.file}，请放回资料文件夹或在资料目录中停用该条`;
  }
  if (file.sha256 !== entry.sha256) {
    return '文件内容与批准时不一致（sha256 不符），请恢复原文件，或重新批准后更新 sha256';
  }
  if (entry.text_sha256 !== undefined && file.textSha256 !== entry.text_sha256) {
    return `读出的文字（${entry.file}.text.json）缺失或被改动，请恢复原文件，或停用后重新上传`;
  }
  return null;
}

/** Where the steps of an entry were altered, or do not lead to where it stands; null where all is well. */
export function chainFaultOf(entry: ManifestEntry): string | null {
  const broken = firstBrokenStep(entry.steps);
  const mend = '请恢复 manifest.yaml 原来的内容，或停用后重新上传';
  if (broken !== null) return `经手记录从第 ${broken} 步起被改动，${mend}`;
  const turn = lastTurn(entry);
  if (entry.status !== 'approved' || turn === undefined) return null;
  if (turn.did !== 'approve') return `经手记录中没有批准这一步，${mend}`;
  if (turn.sha256 !== entry.sha256) return `资料目录中的 sha256 与批准记录不一致，${mend}`;
  return null;
}

function reasonOfStatus(entry: ManifestEntry, file: FileState): string {
  switch (entry.status) {
    case 'draft':
      return withFault('状态为“草稿”，未经批准', entry, file);
    case 'submitted':
      return withFault('状态为“待审核”，未经批准', entry, file);
    case 'retired': {
      const turn = lastTurn(entry);
      return turn?.did === 'retire' ? `已停用：${turn.reason}` : '状态为“已停用”，不再引用';
    }
    case 'approved':
      return '已批准';
    default:
      return entry.status satisfies never;
  }
}

function withFault(reason: string, entry: ManifestEntry, file: FileState): string {
  if (file.sha256 === entry.sha256 && fileFaultOf(entry, file) === null) return reason;
  return `${reason}；${file.sha256 === null ? `找不到文件 ${entry.file}` : '文件与登记时不一致'}`;
}

function isSignedOff({ approved_at, approver }: ManifestEntry): boolean {
  return approved_at !== null || approver === AWAITING_CONFIRMATION;
}

/** Whether a version was ever in force: approved, and begun before it was retired. */
function tookEffect(entry: ManifestEntry, today: string): boolean {
  if (entry.status !== 'approved' && entry.status !== 'retired') return false;
  if (!isSignedOff(entry)) return false;
  if (entry.approved_at !== null && entry.approved_at > today) return false;
  const from = entry.effective_from;
  if (from === null) return true;
  const retired = entry.steps.findLast(({ did }) => did === 'retire');
  if (entry.status === 'approved' || retired === undefined) return from <= today;
  return Date.parse(`${from}T00:00:00${BEIJING}`) <= Date.parse(retired.at);
}

/** Days in official texts are counted by one time through the whole country. */
const BEIJING = '+08:00';
