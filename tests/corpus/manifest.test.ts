import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { parseManifest, UNREADABLE_VERSION } from '../../src/corpus/manifest.ts';
import { UserFacingError } from '../../src/errors.ts';
import { manifestEntry } from '../support/corpus-folder.ts';

const entry = (fields: Record<string, unknown> = {}) => ({
  ...{ ...manifestEntry({ file: 'notice.txt' }), version: 1, classes: [], steps: [] },
  ...fields,
});

/** What is wrong with the one entry of a manifest. */
function problemsOf(fields: Record<string, unknown>) {
  return parseManifest(stringify({ materials: [entry(fields)] })).broken;
}

describe('a manifest', () => {
  it('gives its entries in order, field by field', () => {
    const written = [
      entry({ id: 'first', openness: '公开' }),
      entry({ id: 'second', kind: '方法参考', openness: '内部' }),
    ];
    expect(parseManifest(stringify({ materials: written }))).toEqual({
      entries: written,
      broken: [],
    });
  });

  it('may be empty', () => {
    expect(parseManifest('materials: []')).toEqual({ entries: [], broken: [] });
  });

  it('may write dates without quotation marks', () => {
    const yaml = stringify({ materials: [entry()] }).replaceAll('"', '');
    expect(yaml).toContain('approved_at: 2024-01-01');
    expect(parseManifest(yaml).entries[0]?.approved_at).toBe('2024-01-01');
  });

  it.each([
    ['broken YAML', 'materials: [', '不是有效的 YAML'],
    ['the same field twice', 'materials: []\nmaterials: []', '不是有效的 YAML'],
    ['nothing', '', '缺少 materials 列表'],
    ['no list', 'materials: 资料', '缺少 materials 列表'],
    ['something else', '- 资料', '缺少 materials 列表'],
  ])('is refused in one line that says what is wrong: %s', (_name, yaml, reason) => {
    const read = () => parseManifest(yaml);
    expect(read).toThrow(UserFacingError);
    expect(read).toThrow(reason);
    expect(read).toThrow(/^[^\n]+$/u);
  });
});

describe('an entry', () => {
  // The version, the classes and the steps are those of an entry made by hand where they are left out.
  const fields = Object.keys(manifestEntry({ file: 'notice.txt' }));

  it.each(fields.filter((field) => field !== 'id'))('needs its %s', (field) => {
    expect(problemsOf({ [field]: undefined })).toEqual([
      { id: 'notice', problem: `缺少字段 ${field}` },
    ]);
  });

  it('that does not say how open it is counts as 公开', () => {
    const { entries } = parseManifest(stringify({ materials: [entry()] }));
    expect(entries.map(({ openness }) => openness)).toEqual(['公开']);
  });

  it('without an id is named by its position', () => {
    const written = [entry({ id: 'first' }), entry({ id: undefined })];
    expect(parseManifest(stringify({ materials: written })).broken).toEqual([
      { id: '第 2 项', problem: '缺少字段 id' },
    ]);
  });

  it.each([
    ['id', '规划'],
    ['title', ''],
    ['title', 2027],
    ['kind', '领导讲话'],
    ['openness', '涉密'],
    ['openness', null],
    ['file', '../notice.txt'],
    ['file', '/etc/notice.txt'],
    ['status', 'published'],
    ['approver', ''],
    ['approved_at', '2024年1月1日'],
    ['approved_at', '2024-13-01'],
    ['effective_to', '2024-02-30'],
    ['effective_to', '长期'],
    ['sha256', 'ABC'],
  ])('with a wrong %s is set aside: %s', (field, value) => {
    expect(problemsOf({ [field]: value }).map(({ problem }) => problem)).toEqual([
      `字段 ${field} 的值不对`,
    ]);
  });

  it('with a field that nobody knows is set aside', () => {
    expect(problemsOf({ expires: '2027-12-31' })).toEqual([
      { id: 'notice', problem: '不认识的字段 expires' },
    ]);
  });

  it('says everything that is wrong with it at once', () => {
    const [broken] = problemsOf({ title: undefined, status: 'published', expires: 1 });
    expect(broken?.problem.split('；')).toEqual([
      '缺少字段 title',
      '字段 status 的值不对',
      '不认识的字段 expires',
    ]);
  });

  it('whose id is taken is set aside, and the first one serves', () => {
    const written = [entry({ title: '甲' }), entry({ title: '乙' })];
    const { entries, broken } = parseManifest(stringify({ materials: written }));
    expect(entries.map(({ title }) => title)).toEqual(['甲']);
    expect(broken).toEqual([{ id: 'notice', problem: '编号“notice”重复' }]);
  });

  it('whose id is taken by one that is retired serves no more, whichever comes first', () => {
    const written = [entry({ title: '甲' }), entry({ title: '乙', status: 'retired' })];
    for (const materials of [written, written.toReversed()]) {
      const { entries } = parseManifest(stringify({ materials }));
      expect(entries.map(({ status }) => status)).toEqual(['retired']);
    }
  });

  it.each([
    ['words', '二', UNREADABLE_VERSION],
    ['a number in words', '2', UNREADABLE_VERSION],
    ['half a number', 1.5, UNREADABLE_VERSION],
    ['nothing', null, UNREADABLE_VERSION],
    ['a number', 3, 3],
    ['the first', 1, undefined],
  ])('that is faulty tells which version it may be: %s', (_name, version, told) => {
    const { broken } = parseManifest(stringify({ materials: [entry({ version, title: '' })] }));
    expect(broken.map((one) => one.version)).toEqual([told]);
  });

  it('that is faulty leaves the others alone', () => {
    const written = [entry({ id: 'first' }), '资料', null, entry({ id: 'last' })];
    const { entries, broken } = parseManifest(stringify({ materials: written }));
    expect(entries.map(({ id }) => id)).toEqual(['first', 'last']);
    expect(broken.map(({ id }) => id)).toEqual(['第 2 项', '第 3 项']);
  });
});
