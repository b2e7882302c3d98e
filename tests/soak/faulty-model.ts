import type { Break, ModelRequest, Reply } from '../support/model-double/model-double.ts';
import { pacedDraft } from '../support/model-drafts.ts';
import { answered, claim, scripted, sentIn } from '../support/model-script.ts';
import type { Chance } from './chance.ts';

/** A draft takes a quarter of a second. */
const PACE = { chunkMs: 5, claimMs: 0, claims: 3 };

/**
 * Of a hundred requests so many end in each of these ways; all others end well. Those that count
 * against an endpoint are rare, or it would rest most of the time.
 */
const FAULTS: Readonly<Record<string, readonly [inHundred: number, as: (well: Reply) => Reply]>> = {
  '429': [4, () => ({ kind: 'error', status: 429, headers: { 'retry-after': '1' } })],
  '500': [4, () => ({ kind: 'error', status: 500 })],
  disconnect: [2, () => ({ kind: 'disconnect' })],
  hang: [0.3, () => ({ kind: 'hang' })],
  'no JSON': [2, () => ({ kind: 'text', text: '按照以往的规定，每人每年不少于550学时。' })],
  truncate: [3, (well) => brokenOff(well, 'truncate')],
  'disconnect halfway': [0.7, (well) => brokenOff(well, 'disconnect')],
  'hang halfway': [0.3, (well) => brokenOff(well, 'hang')],
};

export interface FaultyModel {
  answer(request: ModelRequest): Reply;
  /** How often each ending has come. */
  readonly endings: ReadonlyMap<string, number>;
}

/** A model that drafts, reads and calls tools well, mostly; seven requests in a hundred ask for repair. */
export function createFaultyModel(chance: Chance): FaultyModel {
  const well = scripted({
    read: (request: ModelRequest) => ({
      kind: sentIn(request).includes('来话：\n"帮我') ? 'request' : 'question',
      question: /来话：\n"(.*)"$/su.exec(sentIn(request))?.[1] ?? '',
      language: 'zh',
      searches: ['干部教育培训'],
    }),
    answer: (request: ModelRequest) => (chance.next() < 0.07 ? MADE_UP : pacedDraft(request, PACE)),
    repair: (request: ModelRequest) => pacedDraft(request, PACE),
    agent: ({ body }: ModelRequest): Reply => {
      const isCalled = (body.messages as { role: string }[]).some(({ role }) => role === 'tool');
      if (isCalled) return { kind: 'text', text: '好' };
      return { kind: 'tools', calls: [{ name: 'list_materials', input: {} }] };
    },
  });
  const endings = new Map<string, number>();
  const answer = (request: ModelRequest): Reply => {
    const [name, as] = faultFor(chance.next() * 100) ?? ['well', (reply: Reply) => reply];
    endings.set(name, (endings.get(name) ?? 0) + 1);
    return as(well(request));
  };
  return { answer, endings };
}

const MADE_UP = answered(claim('干部每年须完成550学时。', ['P1', '干部每年须完成550学时']));

function faultFor(drawn: number): readonly [string, (well: Reply) => Reply] | null {
  let passed = 0;
  for (const [name, [inHundred, as]] of Object.entries(FAULTS)) {
    passed += inHundred;
    if (drawn < passed) return [name, as];
  }
  return null;
}

/** Whatever is not sent in pieces comes whole. */
function brokenOff(well: Reply, breaks: Exclude<Break, 'endless'>): Reply {
  if (well.kind === 'vectors') return { ...well, breaks };
  if (well.kind !== 'text') return well;
  const half = Math.ceil(well.text.length / 2);
  return { ...well, text: well.text.slice(0, half), breaks };
}
