import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { parseManifest } from '../../src/corpus/manifest.ts';
import { splitList } from '../../src/corpus/split-list.ts';
import { manifestEntry } from '../support/corpus-folder.ts';

/** What the items are, each read by itself; null where the file cannot be cut. */
function readApart(yaml: string): unknown {
  const texts = splitList(yaml, 'materials');
  try {
    return texts?.map((text) => {
      const list = parse(text);
      if (!Array.isArray(list) || list.length !== 1) throw new Error('Expected one item');
      return list[0];
    });
  } catch {
    return null;
  }
}

function readWhole(yaml: string): unknown {
  try {
    return parse(yaml).materials;
  } catch {
    return 'faulty';
  }
}

describe('a list cut into its items', () => {
  it('reads as the whole does, whatever the items hold', () => {
    const text = fc.string({ unit: fc.constantFrom(...'甲乙a1 -:#"\'|>&*!%@[]{}\n\t,?') });
    const item = fc.record({ id: text, note: text, more: fc.array(text, { maxLength: 3 }) });
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 4 }), (materials) => {
        const yaml = stringify({ materials });
        expect(readApart(yaml)).toEqual(materials);
      }),
    );
  });

  it('reads as the whole does or not at all, whatever a hand has done to it', () => {
    const lines = stringify({
      materials: [
        { id: 'a', title: '甲\n- 乙\n  丙', steps: [{ did: 'add' }] },
        { id: 'b', title: '"', classes: ['x', 'y'] },
      ],
    }).split('\n');
    const odd = fc.constantFrom(
      ...['', '# 说明', '  - id: c', '- id: c', '---', '...', '%YAML 1.2', 'more: 1', '  x: 1'],
      ...['    title: "开', '    - 1', '  -', '  - &a 1', '  - *a', '    t: |', ' - 2', '\t- 3'],
    );
    const edits = fc.array(fc.tuple(fc.nat(lines.length), odd), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(edits, fc.constantFrom('\n', '\r\n'), (made, end) => {
        const edited = [...lines];
        for (const [at, line] of made) edited.splice(at, 0, line);
        const yaml = edited.join(end);
        const apart = readApart(yaml);
        if (Array.isArray(apart)) expect(apart).toEqual(readWhole(yaml));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the entries that a change of the manifest leaves as they are', () => {
    const entries = ['a', 'b', 'c'].map((id) => manifestEntry({ file: `${id}.txt` }));
    const before = parseManifest(stringify({ materials: entries })).entries;
    const changed = entries.map((one) => (one.id === 'b' ? { ...one, status: 'retired' } : one));
    const after = parseManifest(stringify({ materials: changed })).entries;
    expect(after.map((one, at) => one === before[at])).toEqual([true, false, true]);
    expect(after[1]?.status).toBe('retired');
  });
});
