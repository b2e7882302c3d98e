import { AWAITING_CONFIRMATION, type ManifestEntry } from './manifest.ts';

/** Whether a material may be retrieved and quoted, or why not (Chinese, for people). */
export type Admission =
  | { readonly admitted: true }
  | { readonly admitted: false; readonly reason: string };

const STATUS_NAMES: Record<ManifestEntry['status'], string> = {
  draft: '草稿',
  submitted: '待审核',
  approved: '已批准',
  retired: '已停用',
};

/**
 * Only approved text that is in force and unaltered since its approval is admitted.
 *
 * @param sha256 of the file as it is now
 * @param today `YYYY-MM-DD` in the deployment's zone; both effective dates count as in force
 */
export function admit(entry: ManifestEntry, sha256: string, today: string): Admission {
  if (entry.status !== 'approved') return refuse(`状态为“${STATUS_NAMES[entry.status]}”，未经批准`);
  if (entry.approved_at === null && entry.approver !== AWAITING_CONFIRMATION) {
    return refuse('没有批准日期，请填写 approved_at');
  }
  if (entry.approved_at !== null && entry.approved_at > today) {
    return refuse(`批准日期 ${entry.approved_at} 晚于今天`);
  }
  if (entry.effective_from !== null && entry.effective_from > today) {
    return refuse(`自 ${entry.effective_from} 起生效，尚未到期`);
  }
  if (entry.effective_to !== null && entry.effective_to < today) {
    return refuse(`已于 ${entry.effective_to} 失效`);
  }
  if (entry.sha256 !== sha256) {
    return refuse('文件内容与批准时不一致（sha256 不符），请恢复原文件，或重新批准后更新 sha256');
  }
  return { admitted: true };
}

function refuse(reason: string): Admission {
  return { admitted: false, reason };
}
