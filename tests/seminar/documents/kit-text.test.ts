import { describe, expect, it } from 'vitest';
import { kitText } from '../../../src/seminar/documents/kit-text.ts';
import { SAMPLE_KIT } from '../../support/seminar/sample-kit.ts';

const HEAD = { className: '各县干训干部班', date: '2026-03-12' };

/** The block of lines that begins with the heading. */
function block(text: string, heading: string): string[] {
  const lines = text.split('\n\n').find((one) => one.startsWith(heading));
  return lines?.split('\n') ?? [];
}

describe('a kit as plain text', () => {
  const text = kitText(SAMPLE_KIT, HEAD);

  it('is laid out in blocks', () => {
    expect(block(text, '一、班次与对象')).toEqual([
      '一、班次与对象',
      '班次：各县干训干部班',
      '日期：2026年3月12日',
      '研讨对象：各县干训干部班',
      '人数：40人',
      '研讨方法：三段式',
      '时长：180分钟',
    ]);
    expect(block(text, '七、研讨流程').slice(0, 4)).toEqual([
      '七、研讨流程（方法建议）',
      '1.开场　10分钟（0—10）　工具：教师说明',
      '　　引导语：今天只谈一件事：开班前怎样把需求问准。请大家先说自己经手的事，再说看法；先谈问题，不急着谈办法。',
      '　　产出：全班明确主题、规则和角色。',
    ]);
    expect(block(text, '七、研讨流程').at(-1)).toBe('合计180分钟。');
    expect(block(text, '2.请讲一次')).toEqual([
      '2.请讲一次参训后觉得“学的用不上”的经历：当时学的是什么课，回到岗位上卡在哪里？',
      '层次：ORID·事实',
      '追问1：如果开班前有人来问，你会提出什么需求？',
      '追问2：同班的其他人是什么反应？',
      '预期产出：每人一件实例，写明课程、岗位、落差。',
      '政策依据：《全国干部教育培训规划（2023—2027年）》四（一）：坚持干什么学什么、缺什么补什么',
    ]);
    expect(block(text, '3.收到需求').at(-1)).toBe('方法建议，无直接政策依据');
    expect(text.endsWith('汇报要点：\n')).toBe(true);
  });

  it('keeps policy text and advice apart', () => {
    const headings = text.split('\n').filter((line) => /^[一二三四五六七八九十]+、/u.test(line));
    const labels = headings.map((line) => /（(规划要求|方法建议)）$/u.exec(line)?.[1] ?? '');
    expect(labels).toEqual([
      ...['', '', '规划要求', ...Array(9).fill('方法建议')],
      ...['', '', ''],
    ]);
    for (const { text: quote } of SAMPLE_KIT.basis) {
      expect(block(text, '三、选题依据')).toContain(quote);
    }
  });

  it('leaves out what nobody has said, and warns at the top', () => {
    const kit = {
      ...SAMPLE_KIT,
      grounding: 'none' as const,
      groundingNote: '没有依据。',
      basis: [],
    };
    const order = { ...SAMPLE_KIT.order, situation: '' };
    const bare = kitText({ ...kit, order }, { className: '', date: '' });
    expect(bare.split('\n\n')[1]).toBe('政策依据说明：没有依据。');
    expect(bare).not.toMatch(/^(?:班次|日期|本地情况)：/mu);
    expect(bare).not.toContain('（规划要求）');
    expect(bare).toContain('三、选题依据\n本次研讨没有可以引用的政策原文。');
  });

  it('holds no control character', () => {
    const kit = { ...SAMPLE_KIT, focus: '聚焦\u0000\u0007\u202E问题\uD800' };
    expect(kitText(kit, HEAD)).toContain('聚焦问题：聚焦问题\n');
  });
});
