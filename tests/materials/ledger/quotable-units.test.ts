import { describe, expect, it } from 'vitest';
import { quoteText } from '../../../src/materials/ledger/find-words.ts';
import { chosenSpans, quotableUnits } from '../../../src/materials/ledger/quotable-units.ts';
import { sliceOf } from '../../../src/text/span.ts';

const LONG = `健全工作机制，${'加强统筹协调和督促检查，'.repeat(8)}形成合力；落实经费，专款专用；总结经验。`;
const TEXT = `要保证专款专用。各级政府要列入预算。\n${LONG}`;

describe('what is chosen of a passage', () => {
  it('is sentences, and the clauses of long ones', () => {
    const units = quotableUnits(TEXT).map((unit) => quoteText(TEXT, unit));
    expect(units).toHaveLength(5);
    expect(units[0]).toBe('要保证专款专用。');
    expect(units[2]).toMatch(/^健全工作机制.*形成合力$/u);
    expect(units[3]).toBe('落实经费，专款专用');
    expect(units[4]).toBe('总结经验。');
  });

  it('is one quote where units stand beside each other, in their order', () => {
    const units = quotableUnits(TEXT);
    const quotes = (chosen: readonly number[]) =>
      chosenSpans(units, chosen).map((span) => sliceOf(TEXT, span));
    expect(quotes([1, 0])).toEqual(['要保证专款专用。各级政府要列入预算。']);
    expect(quotes([4, 0])).toEqual(['要保证专款专用。', '总结经验。']);
    expect(quotes([7])).toEqual([]);
  });
});
