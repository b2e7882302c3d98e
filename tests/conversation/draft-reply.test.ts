import { expect, it } from 'vitest';
import { ReplyBuilder } from '../../src/conversation/draft-reply.ts';
import { readActionId } from '../../src/conversation/ids.ts';

const bytes = new Uint8Array([1, 2, 3]);
const SOON = new Date('2027-01-01T00:00:00Z');

it('gives out ids in place of deeds, in the order of the buttons', () => {
  const built = new ReplyBuilder();
  const button = (question: string) => ({
    label: question,
    deed: { kind: 'ask' as const, question },
  });
  const first = built.add({ kind: 'buttons', role: 'related', label: '', buttons: [button('甲')] });
  const second = built.add({
    kind: 'buttons',
    role: 'choices',
    label: '',
    buttons: [button('乙'), button('丙')],
  });
  expect(JSON.stringify([first, second])).not.toContain('deed');
  const actions = [first, second].flatMap((block) => ('buttons' in block ? block.buttons : []));
  const ids = actions.map(({ action }) => readActionId(action));
  const kept = built.actions(SOON);
  expect(ids.map((id) => id?.set)).toEqual([kept?.id, kept?.id, kept?.id]);
  expect(ids.map((id) => kept?.deeds[id?.position ?? -1])).toMatchObject([
    { question: '甲' },
    { question: '乙' },
    { question: '丙' },
  ]);
  // Telegram gives a button 64 bytes.
  for (const { action } of actions) expect(Buffer.byteLength(action)).toBeLessThanOrEqual(64);
});

it('keeps the bytes of files and pictures and gives out what they are', () => {
  const built = new ReplyBuilder();
  const file = { name: '记录.txt', mediaType: 'text/plain', bytes };
  const picture = { name: '地图.png', mediaType: 'image/png', bytes };
  const shown = [
    built.add({ kind: 'file', file }),
    built.add({ kind: 'picture', file: picture, description: '学习地图' }),
  ];
  expect(shown).toMatchObject([
    { kind: 'file', file: { name: '记录.txt', size: 3 } },
    { kind: 'picture', file: { name: '地图.png', size: 3 }, description: '学习地图' },
  ]);
  expect(JSON.stringify(shown)).not.toContain('bytes');
  expect(built.files.map(({ name }) => name)).toEqual(['记录.txt', '地图.png']);
  expect(built.actions(SOON)).toBeNull();
});

it.each(['', '.', 'abc.0', `${'a'.repeat(16)}`, `${'a'.repeat(16)}.-1`, `${'a'.repeat(17)}.0`])(
  'reads no action in "%s"',
  (action) => {
    expect(readActionId(action)).toBeNull();
  },
);
