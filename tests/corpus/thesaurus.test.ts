import { describe, expect, it } from 'vitest';
import { officialTermsFor, readThesaurus } from '../../src/corpus/thesaurus.ts';
import { UserFacingError } from '../../src/errors.ts';

const YAML = `
groups:
  - official: [经费, 财政预算]
    everyday: [钱, 花销]
  - official: [补训]
    everyday: [没参加上, 缺课]
  - official: [党费]
    everyday: [钱]
`;

describe('a thesaurus', () => {
  it('leads each everyday word to its official terms, from all groups', () => {
    expect([...readThesaurus(YAML)]).toEqual([
      ['钱', ['经费', '财政预算', '党费']],
      ['花销', ['经费', '财政预算']],
      ['没参加上', ['补训']],
      ['缺课', ['补训']],
    ]);
  });

  it.each([
    ['没参加上调训怎么办', [['没参加上', '补训']]],
    ['缺课要花销吗', ['缺课 补训', '花销 经费', '花销 财政预算'].map((one) => one.split(' '))],
    ['经费怎么保障', []],
    ['', []],
  ])('finds the everyday words of a question: %s', (question, expected) => {
    const found = officialTermsFor(readThesaurus(YAML), question);
    expect(found.map(({ everyday, official }) => [everyday, official])).toEqual(expected);
  });

  it.each([
    ['broken YAML', 'groups: [', 'thesaurus.yaml'],
    ['no groups', 'words: []', 'groups'],
    ['an empty file', '', 'thesaurus.yaml'],
    [
      'a group without official terms',
      'groups: [{official: [], everyday: [钱]}]',
      'groups.0.official',
    ],
    ['an empty word', 'groups: [{official: [经费], everyday: [""]}]', 'groups.0.everyday.0'],
    ['an unknown field', 'groups: [{official: [经费], everyday: [钱], note: 无}]', 'groups.0'],
  ])('that is faulty is refused in one line that says where: %s', (_name, yaml, where) => {
    const read = () => readThesaurus(yaml);
    expect(read).toThrow(UserFacingError);
    expect(read).toThrow(where);
    expect(read).toThrow(/^[^\n]+请更正后重试。$/u);
  });
});
