import { describe, expect, it } from 'vitest';
import { findCode } from '../../src/people/invitation.ts';
import {
  groupedReceiptCode,
  hashReceiptCode,
  makeReceiptCode,
  readReceiptCode,
} from '../../src/suggestion/receipt-code.ts';
import { createReceipts } from '../../src/suggestion/receipts.ts';
import { stateAfterStep } from '../../src/suggestion/rules.ts';
import { SUGGESTION_STATES, type Suggestion } from '../../src/suggestion/suggestion.ts';

const ACCOUNT = { channel: 'web', key: 'a' };

function receiptsOf(code: string) {
  let now = new Date('2027-06-01T04:00:00.000Z');
  const kept: Suggestion = {
    ...{ id: 's', text: '字太小', day: '2027-06-01', state: 'open', revision: 1, steps: [] },
  };
  const byCode = async (hash: string) => (hash === hashReceiptCode(code) ? kept : null);
  const receipts = createReceipts({ byCode }, { now: () => now });
  return {
    receipts,
    later: (ms: number) => {
      now = new Date(now.getTime() + ms);
    },
  };
}

describe('the steps of a 意见建议', () => {
  it.each([
    ['take', ['in-hand', null, null, null]],
    ['answer', ['answered', 'answered', null, null]],
    ['decline', ['declined', 'declined', null, null]],
    ['reopen', [null, null, 'in-hand', 'in-hand']],
  ] as const)('%s leads on from where it may be taken', (did, after) => {
    expect(SUGGESTION_STATES.map((state) => stateAfterStep(state, did))).toEqual(after);
  });
});

describe('a receipt code', () => {
  it('is read however it was typed, and taken for no invitation', () => {
    const code = makeReceiptCode();
    const grouped = groupedReceiptCode(code);
    expect(grouped).toMatch(/^[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}$/u);
    const wide = grouped.replace('-', '－').toLowerCase();
    for (const typed of [code, grouped, grouped.replace('-', ' '), wide, ` ${code} `]) {
      expect(readReceiptCode(typed)).toBe(code);
    }
    for (const typed of ['', code.slice(1), `${code}2`, `${code.slice(1)}0`]) {
      expect(readReceiptCode(typed)).toBeNull();
    }
    expect(findCode(`查询意见 ${grouped}`)).toBeNull();
  });

  it('is never the same twice, nor told by its hash', () => {
    const codes = Array.from({ length: 500 }, makeReceiptCode);
    expect(new Set(codes).size).toBe(codes.length);
    expect(hashReceiptCode(codes[0] as string)).not.toContain(codes[0]);
  });

  it('opens what it is of for anyone, and not for whoever has tried too many others', async () => {
    const code = makeReceiptCode();
    const { receipts, later } = receiptsOf(code);
    for (let round = 0; round < 30; round++) {
      expect((await receipts.open(code, ACCOUNT)).kind).toBe('found');
    }
    const wrong = Array.from({ length: 10 }, () => receipts.open(makeReceiptCode(), ACCOUNT));
    expect(new Set((await Promise.all(wrong)).map(({ kind }) => kind))).toEqual(
      new Set(['unknown']),
    );
    expect((await receipts.open(code, ACCOUNT)).kind).toBe('too-many-tries');
    expect((await receipts.open(code, { ...ACCOUNT, key: 'b' })).kind).toBe('found');
    later(3_600_000);
    expect((await receipts.open(code, ACCOUNT)).kind).toBe('found');
  });

  it('is issued twenty times an hour to an account', () => {
    const { receipts, later } = receiptsOf('');
    const issued = Array.from({ length: 25 }, () => receipts.issue(ACCOUNT));
    expect(issued.filter((code) => code !== null)).toHaveLength(20);
    expect(receipts.issue({ ...ACCOUNT, key: 'b' })).not.toBeNull();
    later(3_600_000);
    expect(receipts.issue(ACCOUNT)).not.toBeNull();
  });
});
