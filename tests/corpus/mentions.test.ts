import { describe, expect, it } from 'vitest';
import type { ManifestEntry } from '../../src/corpus/manifest.ts';
import { mentionsIn } from '../../src/corpus/mentions.ts';
import { outlineOf } from '../../src/text/outline.ts';
import { sliceOf } from '../../src/text/span.ts';
import { manifestEntry } from '../support/corpus-folder.ts';

const entry = manifestEntry({ file: 'plan.txt' }) as ManifestEntry;

/** Label, name, place and the words that the span holds. */
function mentions(text: string) {
  return mentionsIn({ entry, text, outline: outlineOf(text) }).map((mention) => {
    expect(mention.material).toBe('plan');
    return [mention.label, mention.name, mention.place, sliceOf(text, mention)];
  });
}

const inSection = (sentence: string) => mentions(`规划\n一、甲\n${sentence}`);

describe('a mention of an attachment', () => {
  it.each([
    ['实施培训计划（专栏1）。', ['专栏1', '培训计划', '培训计划（专栏1）']],
    ['要抓好落实，组织实施教育计划（专栏２），', ['专栏2', '教育计划', '教育计划（专栏２）']],
    ['落实名额分配方案（附件3）', ['附件3', '名额分配方案', '名额分配方案（附件3）']],
    ['对照指标体系（附表一）评估。', ['附表一', '对照指标体系', '对照指标体系（附表一）']],
    ['填写登记表（附件）。', ['附件', '填写登记表', '填写登记表（附件）']],
    ['（专栏4）', ['专栏4', '', '（专栏4）']],
  ])('is told by its label and what carries it: %s', (sentence, [label, name, slice]) => {
    expect(inSection(sentence)).toEqual([[label, name, '一', slice]]);
  });

  it('stands at its own place, in order', () => {
    const text =
      '规划\n前言计划（专栏1）。\n一、甲\n（一）子。实施乙计划（专栏2），实施丙计划（专栏3）。';
    expect(mentions(text).map(([label, , place]) => [label, place])).toEqual([
      ['专栏1', '前言'],
      ['专栏2', '一（一）'],
      ['专栏3', '一（一）'],
    ]);
  });

  it('may stand in a heading', () => {
    expect(mentions('规划\n一、实施培训计划（专栏1）\n抓好落实。')).toEqual([
      ['专栏1', '培训计划', '一', '培训计划（专栏1）'],
    ]);
  });

  it('counts for each place where it stands', () => {
    expect(inSection('实施甲计划（专栏1）；落实甲计划（专栏1）。')).toHaveLength(2);
  });

  it.each(['没有附件。', '省（自治区、直辖市）', '教师（专栏作家）', '专栏1'])(
    'is not seen in %s',
    (sentence) => {
      expect(inSection(sentence)).toEqual([]);
    },
  );

  it('is none where the text itself includes the attachment', () => {
    const text =
      '规划\n一、甲\n实施培训计划（专栏1），实施乙计划（专栏2）。\n专栏1　培训计划\n每年一次。';
    expect(mentions(text).map(([label]) => label)).toEqual(['专栏2']);
  });
});
