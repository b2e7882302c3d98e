import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Speaker } from '../../src/conversation/incoming.ts';
import { readableIn } from '../../src/conversation/readable.ts';
import type { Role } from '../../src/people/abilities.ts';
import type { Part } from '../../src/people/person.ts';
import { makeKit } from '../../src/seminar/make-kit.ts';
import { type CorpusFolder, makeCorpusFolder } from '../support/corpus-folder.ts';
import { CLASS, type House, makeHouse, NOON, OTHER_CLASS } from '../support/house.ts';
import { signIn } from '../support/sign-in.ts';
import { talkWith } from '../support/talk.ts';

const OPEN = '公开办法\n一、经费\n培训经费列入年度预算。';
const HOUSE = '内部办法\n一、报送\n各处室要在3月底前报送调训名额。';
const ONE_CLASS = '专班办法\n一、食宿\n参训学员食宿由专班统一安排。';

const ASKED = {
  open: ['培训经费列入哪里？', '列入年度预算'],
  house: ['各处室什么时候报送调训名额？', '3月底前'],
  class: ['参训学员食宿由谁安排？', '由专班统一安排'],
} as const;
type Text = keyof typeof ASKED;

const files = { 'open.txt': OPEN, 'house.txt': HOUSE, 'class.txt': ONE_CLASS };
const entries = [
  { file: 'open.txt', title: '公开办法' },
  { file: 'house.txt', title: '内部办法', openness: '内部' },
  { file: 'class.txt', title: '专班办法', openness: '内部', classes: [CLASS.id] },
];

const READER = { person: null, channel: 'terminal', isPublic: false };
const ORDER = {
  ...{ audience: '机关干部班', people: 40, minutes: 180 },
  ...({ method: '团体列名', situation: '' } as const),
};

let corpus: CorpusFolder;
/** By the channels that carry 内部 materials. */
const houses: Record<string, House> = {};

const PEOPLE: readonly [id: string, role: Role, part?: Part, classId?: string][] = [
  ['person', 'learner'],
  ['member', 'learner', 'learner'],
  ['elsewhere', 'learner', 'learner', OTHER_CLASS.id],
  ['teacher', 'trainer', 'trainer'],
  ['other-teacher', 'trainer', 'trainer', OTHER_CLASS.id],
  ['chief', 'admin'],
];

beforeAll(async () => {
  corpus = await makeCorpusFolder({ files, entries });
  for (const channels of ['web', 'web,telegram', 'telegram']) {
    const house = await makeHouse({ GANXUN_INTERNAL_CHANNELS: channels }, corpus.path);
    houses[channels] = house;
    const { people } = await house.app.records();
    for (const one of PEOPLE) await house.add(...one);
    // One after the other: a person has one invitation at a time.
    for (const channel of ['web', 'telegram']) {
      const accounts = PEOPLE.map(([id]) => ({ channel, key: id, person: id }));
      await signIn(people, accounts, new Date(NOON));
    }
  }
});

afterAll(async () => {
  for (const house of Object.values(houses)) await house.close();
  await corpus.remove();
});

const houseWith = (channels: string): House => {
  const house = houses[channels];
  if (house === undefined) throw new Error(`Expected a house with "${channels}"`);
  return house;
};

/** Which of the texts answer whoever asks. */
async function readBy(
  who: string,
  channel: string,
  channels = 'web',
  changes: Partial<Speaker> = {},
): Promise<Text[]> {
  const talk = await houseWith(channels).talk(who, { channel, ...changes });
  const read: Text[] = [];
  for (const text of Object.keys(ASKED) as Text[]) {
    const [question, answer] = ASKED[text];
    if ((await talk.say(question)).text.includes(answer)) read.push(text);
  }
  return read;
}

describe('an internal text', () => {
  it.each([
    ['a stranger', 'nobody', ['open']],
    ['a person of the house', 'person', ['open', 'house']],
    ['a member of the class', 'member', ['open', 'house', 'class']],
    ['a member of another class', 'elsewhere', ['open', 'house']],
    ['a trainer of the class', 'teacher', ['open', 'house', 'class']],
    ['a trainer of another class', 'other-teacher', ['open', 'house']],
    ['an administrator', 'chief', ['open', 'house', 'class']],
  ])('on the page is read by the right people: %s', async (_name, who, texts) => {
    expect(await readBy(who, 'web')).toEqual(texts);
  });

  it('goes by Telegram only where the operator lets it', async () => {
    expect(await readBy('chief', 'telegram')).toEqual(['open']);
    expect(await readBy('chief', 'telegram', 'web,telegram')).toEqual(['open', 'house', 'class']);
    expect(await readBy('person', 'telegram', 'web,telegram')).toEqual(['open', 'house']);
  });

  it('is shown to nobody where others read along', async () => {
    const group = { conversation: 'group', isPublic: true };
    expect(await readBy('chief', 'telegram', 'web,telegram', group)).toEqual(['open']);
  });

  it('is read at the machine itself, and by no channel that is not named', async () => {
    expect(await readBy('terminal', 'terminal', 'telegram')).toEqual(['open', 'house', 'class']);
    expect(await readBy('chief', 'web', 'telegram')).toEqual(['open']);
    expect(await readBy('chief', 'test')).toEqual(['open']);
  });

  it('is in no table of what somebody was cited where it may not be read', async () => {
    const house = houseWith('web');
    /** The table as it comes by a channel, after asking about everything on the page. */
    const cited = async (channel: string) => {
      const talk = await house.talk('member', { channel });
      const heard = await talk.tap((await talk.say('我的数据')).button('导出引用记录'));
      const shown = heard.blocks.find((block) => block.kind === 'file');
      if (shown?.kind !== 'file') throw new Error(heard.text);
      const speaker = { channel, conversation: 'member', person: 'member' };
      const file = await (await house.app.conversation()).file(speaker, shown.file.id);
      return { said: heard.text, table: Buffer.from(file?.bytes ?? '').toString('utf8') };
    };
    await readBy('member', 'web');
    const { people, givenAnswers } = await house.app.records();
    const place = { place: '一', start: 0, end: 11, text: ONE_CLASS.split('\n').at(-1) ?? '' };
    await givenAnswers.change([
      {
        kind: 'give-answer',
        answer: {
          ...{ id: 'of-class', person: 'member', at: NOON },
          cites: [{ material: 'class', version: 1, ...place }],
        },
      },
    ]);
    const page = await cited('web');
    for (const [, words] of Object.values(ASKED)) expect(page.table).toContain(words);
    expect(page.said).not.toContain('没有列出文字');
    const chat = await cited('telegram');
    expect(chat.table).toContain(ASKED.open[1]);
    expect(chat.table).not.toMatch(/3月底前|由专班统一安排/u);
    expect(chat.said).toContain('没有列出文字');

    // Whoever has left the class reads its words no more, those that they once got included.
    await people.change([{ kind: 'leave', person: 'member', classId: CLASS.id }]);
    const left = await cited('web');
    expect(left.table).toContain(ASKED.house[1]);
    expect(left.table).not.toContain(ASKED.class[1]);
    await people.change([
      { kind: 'join', person: 'member', classId: CLASS.id, part: 'learner', at: NOON },
    ]);
  });

  it('is quoted in no kit, which goes on to others', async () => {
    const { app } = houseWith('web');
    const talk = await houseWith('web').talk('teacher', { channel: 'web' });
    const topic = '各处室在3月底前报送调训名额';
    // Whoever orders it may read the text.
    const own = makeKit(readableIn(await app.index(), READER, ['web']), { ...ORDER, topic });
    expect(JSON.stringify(own)).toContain('各处室要在3月底前报送调训名额');
    const asked = await talk.say(`研讨方案：${topic}，机关干部班，40人，半天`);
    const offered = await talk.tap(asked.button('其余用默认值'));
    expect(offered.text).toContain('现有资料中没有关于');
    await talk.tap(offered.button('照做，不引政策'));
    const { seminars } = await app.records();
    const [kit] = await seminars.kits('teacher');
    expect(JSON.stringify((await seminars.kit(kit?.id ?? ''))?.kit)).not.toContain('各处室要在');
  });

  it('is out of reach in the demonstration, which changes nothing of the house', async () => {
    const { app } = houseWith('web');
    const talk = talkWith(await app.demo(), {
      ...{ channel: 'demo', conversation: 'admin', person: 'admin', shows: 'page' },
    });
    expect((await talk.say(ASKED.open[0])).text).toContain(ASKED.open[1]);
    expect((await talk.say(ASKED.house[0])).text).not.toContain(ASKED.house[1]);
    const before = await readFile(join(corpus.path, 'manifest.yaml'), 'utf8');
    const sent = await talk.send('新规定.txt', '新规定\n第一条 一律照办。');
    expect(sent.text).toContain('演示中不收文件');
    expect(await readFile(join(corpus.path, 'manifest.yaml'), 'utf8')).toBe(before);
  });

  it('is not shown by a button from before, once it is for others alone', async () => {
    const talk = await houseWith('web').talk('person', { channel: 'web', conversation: 'before' });
    const button = (await talk.say(ASKED.house[0])).button('查看原文');
    expect((await talk.tap(button)).text).toContain('3月底前');
    const [open, house, ofClass] = entries;
    const closed = { ...house, classes: [CLASS.id] };
    await corpus.publish({ files, entries: [open, closed, ofClass] as typeof entries });
    expect((await talk.tap(button)).text).not.toContain('3月底前');
    await corpus.publish({ files, entries });
    expect((await talk.tap(button)).text).toContain('3月底前');
  });
});
