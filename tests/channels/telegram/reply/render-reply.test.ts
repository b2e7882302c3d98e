import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  renderBeginning,
  renderReply,
  type Tapped,
  type WholeReply,
} from '../../../../src/channels/telegram/reply/render-reply.ts';
import type { Step } from '../../../../src/channels/telegram/reply/step.ts';
import type { Block, Placement, ShownButton } from '../../../../src/conversation/reply.ts';

/** Half of a character. */
const TORN = /\p{Surrogate}/u;
const ACTION = `${'x'.repeat(16)}.0`;
const TAPPED: Tapped = { message: 9, isPassage: false };
const FILE = { id: 'f', name: '学习记录（第一期）.txt', mediaType: 'text/plain', size: 1 };

type Message = Extract<Step, { kind: 'message' }>;

const button = (label: string): ShownButton => ({ label, action: ACTION });

function quote(text: string, number = 1, role: 'quote' | 'nearest' = 'quote'): Block {
  const buttons = [button('查看原文')];
  const place = '六（一）';
  const line = `「${text}」——《规划》${place}`;
  return { kind: 'quote', role, number, title: '规划', place, text, line, buttons };
}

function passage(text: string, marks: readonly { start: number; end: number }[] = []): Block {
  return {
    kind: 'passage',
    title: '《规划》',
    place: '六（一）',
    headings: ['推动网络培训体系建设'],
    ...{ text, marks, standing: '批准情况：某单位', line: text },
    buttons: [button('上一段'), button('下一段')],
  };
}

function reply(blocks: readonly Block[], placement: Placement = 'turn', said = ''): WholeReply {
  return { kind: 'reply', placement, said, blocks };
}

function messagesOf(blocks: readonly Block[], tapped: Tapped | null = null): Message[] {
  return renderReply(reply(blocks), tapped).filter((step) => step.kind === 'message');
}

const labels = ({ keyboard }: Message) => keyboard.map((row) => row.map(({ text }) => text));
const drawn = ({ text, entities }: Message, type: string) =>
  entities
    .filter((one) => one.type === type)
    .map(({ offset, length }) => text.slice(offset, offset + length));

describe('an answer', () => {
  it('has its quotes drawn as such, word for word, with numbered sources and buttons', () => {
    const blocks = [quote('甲。'), quote('乙。', 2), quote('丙。', 1, 'nearest')];
    const [message] = messagesOf(blocks) as [Message];
    expect(drawn(message, 'blockquote')).toEqual(['甲。', '乙。', '丙。']);
    expect(message.text.match(/^(?:引文|相近内容).+$/gmu)).toEqual([
      '引文① 《规划》六（一）',
      '引文② 《规划》六（一）',
      '相近内容③ 《规划》六（一）',
    ]);
    expect(labels(message)).toEqual([
      ['查看原文①', '复制引文①'],
      ['查看原文②', '复制引文②'],
      ['查看原文③', '复制内容③'],
    ]);
  });

  it('has no numbers on the buttons of a single quote', () => {
    expect(labels(messagesOf([quote('甲。')])[0] as Message)).toEqual([['查看原文', '复制引文']]);
  });

  it('offers to copy what the apps can copy', () => {
    expect(labels(messagesOf([quote('长'.repeat(300))])[0] as Message)).toEqual([['查看原文']]);
  });

  it('lists related questions that no button could show whole', () => {
    const related = (...names: string[]): Block => ({
      kind: 'buttons',
      role: 'related',
      label: '相关问题',
      buttons: names.map(button),
    });
    const long = '学时管理办法和学时互认机制的要求有何不同？';
    const [listed] = messagesOf([quote('甲。'), related(long, '短的？')]) as [Message];
    expect(listed.text).toContain(`相关问题\n1. ${long}\n2. 短的？`);
    expect(labels(listed).at(-1)).toEqual(['问第 1 题', '问第 2 题']);
    const [shown] = messagesOf([quote('甲。'), related('短的？', '也短？')]) as [Message];
    expect(labels(shown).slice(1)).toEqual([['短的？'], ['也短？']]);
  });

  it('is cut after a sentence where it is too long, with the buttons under the last part', () => {
    const text = `${'这是规定的一句话。'.repeat(600)}`;
    const messages = messagesOf([{ kind: 'text', tone: 'lead', text }, quote('甲。')]);
    expect(messages.length).toBe(2);
    expect(messages.every((message) => message.text.length <= 4096)).toBe(true);
    expect(messages[0]?.text).toMatch(/。$/u);
    expect(messages.map(({ keyboard }) => keyboard.length)).toEqual([0, 1]);
  });
});

describe('a passage', () => {
  it('has what was quoted marked in it', () => {
    const [message] = messagesOf([passage('前文。甲。后文。', [{ start: 3, end: 5 }])]) as [
      Message,
    ];
    expect(drawn(message, 'blockquote')).toEqual(['前文。甲。后文。']);
    expect(drawn(message, 'underline')).toEqual(['甲。']);
    expect(message.text).toMatch(/^《规划》六（一）\n推动网络培训体系建设\n/u);
    expect(message.text).toMatch(/批准情况：某单位$/u);
  });

  it.each([
    ['a passage', true, 'aside', '短。', 9],
    ['an answer', false, 'aside', '短。', null],
    ['a passage, but is too long for one message', true, 'aside', '长。'.repeat(2500), null],
    ['a passage, but is a turn of its own', true, 'turn', '短。', null],
  ] as const)(
    'from a button under %s takes its place or not',
    (_, isPassage, placement, text, replaced) => {
      const steps = renderReply(reply([passage(text)], placement), { message: 9, isPassage });
      expect(steps[0]).toMatchObject({ kind: 'message', replaces: replaced });
    },
  );
});

describe('a remark', () => {
  const notice = (text: string) => reply([{ kind: 'text', tone: 'notice', text }], 'notice');

  it('appears over the chat after a tap, where it is short enough', () => {
    expect(renderReply(notice('已记录。'), TAPPED)).toEqual([
      { kind: 'toast', text: '已记录。', isAlert: false },
    ]);
    expect(renderReply(notice('长'.repeat(201)), TAPPED)[0]?.kind).toBe('message');
    expect(renderReply(notice('已记录。'), null)[0]?.kind).toBe('message');
  });

  it('that asks for something must be closed', () => {
    const problem: WholeReply = { kind: 'problem', problem: '这个按钮已过期。' };
    expect(renderReply(problem, TAPPED)).toEqual([
      { kind: 'toast', text: '这个按钮已过期。', isAlert: true },
    ]);
    expect(renderReply(problem, null)[0]).toMatchObject({
      kind: 'message',
      text: '这个按钮已过期。',
    });
  });
});

describe('a reply', () => {
  it('to a tapped question shows it first; to a typed one it need not', () => {
    const asked = reply([quote('甲。')], 'turn', '学时怎么管理？');
    const [tapped] = renderReply(asked, TAPPED) as [Message];
    expect(drawn(tapped, 'bold')).toEqual(['问：学时怎么管理？']);
    expect((renderReply(asked, null)[0] as Message).text).not.toContain('问：');
  });

  it('sends files and pictures after its words, under names that arrive whole', () => {
    const picture: Block = { kind: 'picture', file: FILE, description: '图。'.repeat(600) };
    const steps = renderReply(reply([{ kind: 'file', file: FILE }, picture]), null);
    expect(steps.map(({ kind }) => kind)).toEqual(['document', 'photo', 'message']);
    expect(steps[0]).toMatchObject({ name: '学习记录(第一期).txt' });
    expect((steps[1] as { caption: string }).caption.length).toBeLessThanOrEqual(1024);
  });

  it('shows nothing of a word that says nothing', () => {
    const blank: Block = { kind: 'text', tone: 'plain', text: '\n' };
    for (const tapped of [null, TAPPED]) {
      expect(renderReply(reply([blank], 'notice', '问？'), tapped)).toEqual([]);
    }
  });

  it('keeps to every limit of the Bot API, whatever its blocks', () => {
    fc.assert(fc.property(anyReply, fc.constantFrom(null, TAPPED), expectWithinLimits), {
      numRuns: 300,
    });
  });
});

describe('the beginning of a reply', () => {
  it('says what its first message will, as far as its blocks have come', () => {
    const feedback = { label: '评价', buttons: [button('有用')] };
    const last: Block = { kind: 'buttons', role: 'feedback', ...feedback };
    const blocks = [quote('甲。'), quote('乙。', 2), last];
    const beginning = (count: number, tapped: Tapped | null = null) =>
      renderBeginning(
        { placement: 'turn', said: '学时？', blocks: blocks.slice(0, count) },
        tapped,
      );
    expect(beginning(0, TAPPED)).toBeNull();
    expect(beginning(1)?.text).toBe('甲。\n引文① 《规划》六（一）');
    expect(beginning(1, TAPPED)?.text).toBe('问：学时？\n\n甲。\n引文① 《规划》六（一）');
    expect(beginning(3)).toEqual(beginning(2));
    expect(renderBeginning({ placement: 'aside', said: '', blocks }, null)).toBeNull();
  });

  it('only grows, whatever its blocks: nothing in it is ever taken back', () => {
    fc.assert(fc.property(anyReply, fc.constantFrom(null, TAPPED), expectGrowing), {
      numRuns: 300,
    });
  });
});

const words = fc.oneof(
  fc.string({
    unit: fc.constantFrom('干', '。', '，', '\n', '🙂', ' '),
    minLength: 1,
    maxLength: 60,
  }),
  fc.integer({ min: 1, max: 9000 }).map((length) => '规定。'.repeat(length / 3)),
);
const buttons = fc.array(
  words.map((text) => button(text.trim() || '好')),
  { maxLength: 4 },
);
const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  words.map((text): Block => ({ kind: 'text', tone: 'plain', text })),
  words.map((text) => quote(text)),
  words.map((text) => passage(text, [{ start: 0, end: Math.min(3, text.length) }])),
  buttons.map((all): Block => ({ kind: 'buttons', role: 'related', label: '相关', buttons: all })),
  buttons.map((all): Block => ({ kind: 'buttons', role: 'choices', label: '选', buttons: all })),
  words.map((text): Block => ({ kind: 'picture', file: FILE, description: text })),
);
const anyReply = fc
  .tuple(fc.array(anyBlock, { maxLength: 8 }), fc.constantFrom('turn', 'aside', 'notice' as const))
  .map(([blocks, placement]) => reply(blocks, placement as Placement, '问？'));

function expectGrowing(whole: WholeReply, tapped: Tapped | null): void {
  if (whole.kind !== 'reply' || whole.placement !== 'turn') return;
  const [first] = renderReply(whole, tapped).filter((step) => step.kind === 'message');
  let before = '';
  for (let count = 1; count <= whole.blocks.length; count++) {
    const beginning = renderBeginning({ ...whole, blocks: whole.blocks.slice(0, count) }, tapped);
    if (beginning === null) continue;
    const { text, entities } = beginning;
    expect(text.startsWith(before)).toBe(true);
    expect(first?.text.startsWith(text)).toBe(true);
    expect(first?.entities.slice(0, entities.length)).toEqual(entities);
    before = text;
  }
}

function expectWithinLimits(whole: WholeReply, tapped: Tapped | null): void {
  for (const step of renderReply(whole, tapped)) {
    if (step.kind === 'toast') expect(step.text.length).toBeLessThanOrEqual(200);
    if (step.kind !== 'message') continue;
    expect(step.text.trim()).not.toBe('');
    expect(step.text.length).toBeLessThanOrEqual(4096);
    expect(step.text).not.toMatch(TORN);
    expect(step.entities.length).toBeLessThanOrEqual(100);
    for (const { offset, length } of step.entities) {
      expect(length).toBeGreaterThan(0);
      expect(offset + length).toBeLessThanOrEqual(step.text.length);
    }
    for (const key of step.keyboard.flat()) {
      expect(key.text).not.toBe('');
      if ('callback_data' in key)
        expect(Buffer.byteLength(key.callback_data)).toBeLessThanOrEqual(64);
      else expect(key.copy_text.text.length).toBeLessThanOrEqual(256);
    }
    for (const row of step.keyboard) expect(row.length).toBeLessThanOrEqual(8);
  }
}
