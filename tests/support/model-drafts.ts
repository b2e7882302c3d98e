import type { ModelRequest, Piece, Reply } from './model-double/model-double.ts';
import { answered, claim, sentIn } from './model-script.ts';

/** What is asked; the plan answers it outright, so that no model is asked to read it first. */
export const QUESTION = '网络培训学时怎么管理？';
/** Settled by a rule, so that no model is asked. */
export const SETTLED = '专栏3里年轻干部理想信念强化计划每年培训多少人？';

/** Claims of a draft, and the quotes of all of them stay within what an answer may hold. */
export const CLAIMS = 8;
const SHORTEST = 12;
const LONGEST = 60;
/** Characters of a chunk, about what an endpoint sends at a time. */
const CHUNK = 10;

type Claim = ReturnType<typeof claim>;

/** Claims that pass the gates: sentences of the shown passages, each with its quote. */
function claimsFrom(request: ModelRequest): readonly Claim[] {
  return sentencesIn(request, SHORTEST, LONGEST).slice(0, CLAIMS);
}

/** The same of all sentences between two lengths in characters. */
export function sentencesIn(
  request: ModelRequest,
  shortest: number,
  longest: number,
): readonly Claim[] {
  const shown = sentIn(request)
    .split('\n')
    .filter((line) => line.startsWith('{"id":"P'))
    .map((line) => JSON.parse(line) as { id: string; text: string });
  return shown.flatMap(({ id, text }) =>
    text
      .split(/[。\n]/u)
      .filter(({ length }) => shortest <= length && length <= longest)
      .map((sentence) => claim(`按照规划，${sentence}。`, [id, sentence])),
  );
}

export function wholeDraft(request: ModelRequest): Reply {
  return { kind: 'text', text: JSON.stringify(answered(...claimsFrom(request))) };
}

export interface Pace {
  /** Milliseconds after each chunk. */
  readonly chunkMs: number;
  /** Milliseconds after each claim. */
  readonly claimMs: number;
  /** Of the draft; {@link CLAIMS} unless said. */
  readonly claims?: number;
  /** Called once the last character of a claim has been written. */
  onClaim?(): void;
}

/** The same draft as a model writes it, piece by piece; the last one of a claim ends with it. */
export function pacedDraft(request: ModelRequest, pace: Pace): Reply {
  const { chunkMs, claimMs, claims: most = CLAIMS, onClaim } = pace;
  const pause = (pauseMs: number): Piece[] => (pauseMs === 0 ? [] : [{ pauseMs }]);
  const written: Piece[] = onClaim === undefined ? [] : [{ written: onClaim }];
  const drafted = claimsFrom(request).slice(0, most);
  const claims = drafted.flatMap((one, at) => {
    const chunks = chunksOf(`${at === 0 ? '' : ','}${JSON.stringify(one)}`);
    const last = chunks.pop() ?? '';
    const before = chunks.flatMap((chunk) => [chunk, ...pause(chunkMs)]);
    return [...before, last, ...written, ...pause(claimMs)];
  });
  return { kind: 'text', text: ['{"outcome":"answered","claims":[', ...claims, ']}'] };
}

function chunksOf(text: string): string[] {
  return text.match(new RegExp(`[^]{1,${CHUNK}}`, 'gu')) ?? [];
}
