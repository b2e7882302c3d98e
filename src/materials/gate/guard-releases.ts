import { createHash } from 'node:crypto';
import { type GoldenQuestion, readGolden, readGoldenText } from '../../corpus/golden.ts';
import type { DeliveryChange } from '../../delivery/store.ts';
import { UserFacingError } from '../../errors.ts';
import { type GateWord, type IndexGate, PASSES } from '../../retrieval/index/gate.ts';
import { compareGolden, notCompared } from './compare-golden.ts';
import type { GateFindings } from './findings.ts';
import { isStopped, stoppedInWords } from './gate-words.ts';
import { runGate } from './run-gate.ts';
import type { Release, ReleaseStore } from './store.ts';

export interface ReleaseGuardParts {
  /** The folder whose golden questions are asked. */
  corpusFolder(): string;
  /** Opened only where there is something to ask. */
  releases(): Promise<ReleaseStore>;
  /** What tells those who manage materials that one was stopped. */
  messagesOf(held: Release): Promise<readonly DeliveryChange[]>;
  now(): Date;
}

/**
 * Lets an index take over where no golden question is answered worse than by the one that serves, and
 * keeps what it found. What was stopped stays so until the folder changes, the golden questions among
 * it, or somebody lets it through; what was let through beside the same one passes again.
 */
export function guardReleases(parts: ReleaseGuardParts): IndexGate {
  const keep = async (
    index: string,
    before: string | null,
    golden: string,
    findings: GateFindings,
  ): Promise<GateWord> => {
    const isHeld = before !== null && isStopped(findings);
    const release: Release = {
      ...{ index, before, golden, findings, at: parts.now().toISOString() },
      verdict: before === null ? 'first' : isHeld ? 'held' : 'passed',
      ...{ by: null, reason: null, overruledAt: null },
    };
    const messages = isHeld ? await parts.messagesOf(release) : [];
    return wordOf(await (await parts.releases()).judge(release, messages));
  };
  /** A house that never had golden questions has no gate; one that loses them does not get rid of it. */
  const hasNoGate = async (golden: string | null): Promise<boolean> => {
    if (golden !== null) return false;
    const [last] = await (await parts.releases()).latest(1);
    return last === undefined || (last.golden === '' && last.verdict !== 'held');
  };
  return {
    released: async () => {
      if ((await readGoldenText(parts.corpusFolder())) === null) return null;
      return (await (await parts.releases()).serving())?.index ?? null;
    },
    known: async (candidate, serving) => {
      const golden = await readGoldenText(parts.corpusFolder());
      if (await hasNoGate(golden)) return PASSES;
      const found = await (await parts.releases()).find(candidate, serving);
      if (found === null) return null;
      return found.verdict === 'held' && found.golden !== nameOf(golden) ? null : wordOf(found);
    },
    judge: async (candidate, serving, { inForce }) => {
      const golden = await readGoldenText(parts.corpusFolder());
      if (await hasNoGate(golden)) return PASSES;
      if (serving === null) return keep(candidate.name, null, nameOf(golden), compareGolden([]));
      const read = readOrExplain(golden);
      const findings = read.ok
        ? await runGate({ golden: read.questions, candidate, serving, inForce })
        : notCompared(read.problem);
      return keep(candidate.name, serving.name, nameOf(golden), findings);
    },
  };
}

function readOrExplain(
  golden: string | null,
):
  | { readonly ok: true; readonly questions: readonly GoldenQuestion[] }
  | { readonly ok: false; readonly problem: string } {
  if (golden === null) return { ok: false, problem: LOST };
  try {
    return { ok: true, questions: readGolden(golden) };
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error;
    return { ok: false, problem: error.message };
  }
}

const LOST =
  '资料文件夹中没有把关题文件 golden.yaml 了。请从备份中恢复；确实不再把关的，可以写明理由后启用。';

/** Tells a file of golden questions from any other; empty where there is none. */
function nameOf(golden: string | null): string {
  if (golden === null) return '';
  return createHash('sha256').update(golden).digest('hex').slice(0, 16);
}

function wordOf({ verdict, findings }: Release): GateWord {
  return verdict === 'held' ? { passes: false, words: stoppedInWords(findings) } : PASSES;
}
