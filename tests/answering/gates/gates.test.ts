import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GATES } from '../../../src/answering/gates/gate.ts';

const REPAIR = readFileSync(new URL('../../../prompts/repair.md', import.meta.url), 'utf8');

const findings = Object.entries(GATES).flatMap(([gate, outcomes]) =>
  outcomes.map((outcome) => `${gate} / ${outcome}`),
);

describe('the prompt that gives a draft back', () => {
  it.each(findings)('says what %s means', (finding) => {
    expect(REPAIR).toContain(`- ${finding}：`);
  });

  it('explains nothing that no gate finds', () => {
    const explained = [...REPAIR.matchAll(/^- (\w+ \/ [\w-]+)：/gmu)].map(([, finding]) => finding);
    expect(explained.filter((one) => one !== 'outcome / malformed').sort()).toEqual(
      findings.toSorted(),
    );
  });
});
