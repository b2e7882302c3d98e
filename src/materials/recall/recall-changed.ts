import { setImmediate } from 'node:timers/promises';
import type { ShelvedMaterial } from '../material.ts';
import { judgeCite } from './judge-cite.ts';
import type { ComparedTexts } from './keep-texts.ts';
import type { RecallParts } from './parts.ts';
import { isUnusable, standingOf } from './standing.ts';
import type { ComparedCites } from './store.ts';
import { type Fallen, type Recalled, tellRecipients } from './tell-recipients.ts';

/** Cites that are compared before anyone else may go on. */
const AT_A_STRETCH = 20;

/**
 * Looks once at all that was cited: whoever got a quote that holds no more is told, at a time at which
 * messages may go. What is put in force again before that needs no telling.
 *
 * @throws what went wrong first, once all materials have been looked at
 */
export async function recallChanged(
  parts: RecallParts,
  texts: ComparedTexts,
  signal: AbortSignal,
): Promise<void> {
  const now = parts.clock.now();
  if (parts.allowedAt(now) > now) return;
  const cited = await parts.givenAnswers.compared();
  if (cited.length === 0) return;
  const shelved = await parts.shelf.list();
  let held: Promise<boolean> | null = null;
  const once: RecallParts = {
    ...parts,
    isHeld: () => {
      held ??= parts.isHeld();
      return held;
    },
  };
  const failures: unknown[] = [];
  for (const material of new Set(cited.map((one) => one.material))) {
    if (signal.aborted) break;
    const versions = shelved.filter(({ entry }) => entry.id === material);
    const ofIt = cited.filter((one) => one.material === material);
    try {
      await recallOf(ofIt, versions, once, texts, signal);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

/** @param cited of one material */
async function recallOf(
  cited: readonly ComparedCites[],
  versions: readonly ShelvedMaterial[],
  parts: RecallParts,
  texts: ComparedTexts,
  signal: AbortSignal,
): Promise<void> {
  const standing = standingOf(versions);
  if (standing === null) return;
  const { entry, mark } = standing;
  const todo = new Set(
    cited.flatMap(({ version, compared }) =>
      compared === mark || isUnusable(versions, version) ? [] : [version],
    ),
  );
  if (todo.size === 0) return;
  // What is to take its place may be stopped: until then the old words are still what is answered.
  if (standing.kind === 'in-force' && (await parts.isHeld())) return;
  const now = standing.kind === 'in-force' ? await texts.of(entry) : null;
  if (standing.kind === 'in-force' && now === null) return;
  const fallen: Fallen[] = [];
  for (const version of todo) {
    const cites = await parts.givenAnswers.cites(entry.id, version, mark);
    const taken = versions.find((one) => one.entry.version === version)?.entry;
    const isOther = taken !== undefined && version !== entry.version;
    const before = isOther ? await texts.of(taken) : null;
    const standIn: string[] = [];
    for (const [at, cite] of cites.entries()) {
      if (at % AT_A_STRETCH === 0) await setImmediate();
      if (signal.aborted) return;
      const verdict = judgeCite(cite, now, before?.bare ?? null);
      if (verdict.kind === 'stands') standIn.push(cite.id);
      else fallen.push({ cite, verdict });
    }
    await parts.givenAnswers.stand(standIn, mark);
  }
  if (fallen.length === 0) return;
  const recalled: Recalled = {
    ...{ material: entry.id, version: entry.version, mark },
    title: entry.title,
    edition: entry.edition,
    kind: entry.kind,
    event: standing.kind === 'in-force' ? 'changed' : standing.kind,
    until: entry.effective_to,
    isShown: versions.every(
      ({ entry: { version, openness, classes } }) =>
        !(todo.has(version) || version === entry.version) ||
        openness === '公开' ||
        (parts.carriesInternal && classes.length === 0),
    ),
  };
  await tellRecipients(recalled, fallen, parts, signal);
}
