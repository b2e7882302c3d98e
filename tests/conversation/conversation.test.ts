import { describe, expect, it, onTestFinished } from 'vitest';
import { createApp } from '../../src/app.ts';
import { makeFolder, makeSmallCorpus, NOTICE } from '../support/small-index.ts';
import { COMRADE, reopen, talkWith } from '../support/talk.ts';
import { testConfig } from '../support/test-config.ts';

const EXPIRED = '这个按钮已过期，请重新打开。问卷已经提交、研讨已经结束的，原来的按钮不再有用。';

/** A conversation over one small notice, with a clock that the test turns. */
async function begin(notice: string = NOTICE) {
  const [corpus, data] = await Promise.all([makeSmallCorpus(notice), makeFolder()]);
  const clock = { time: new Date('2024-06-01T04:00:00Z'), now: () => clock.time };
  const app = createApp(testConfig(corpus.path, data.path), { clock });
  onTestFinished(async () => {
    await app.close();
    await Promise.all([corpus.remove(), data.remove()]);
  });
  const conversation = await app.conversation();
  return { app, corpus, clock, conversation, talk: talkWith(conversation) };
}

describe('a question', () => {
  it('gets its lead or quote, the place, the passage behind a button, and feedback', async () => {
    const { talk } = await begin();
    const reply = await talk.say('经费怎么管理？');
    expect(reply.placement).toBe('turn');
    expect(reply.turn).toMatch(/^[\w-]{16}$/u);
    const quote = reply.blocks.find((block) => block.kind === 'quote');
    expect(quote).toMatchObject({
      role: 'quote',
      number: 1,
      title: '培训通知',
      place: '一（二）',
      text: '要保证专款专用，提高使用效益。',
      line: '「要保证专款专用，提高使用效益。」——《培训通知》一（二）',
    });
    expect(reply.button('有用')).toBeDefined();
    expect(reply.button('没帮助')).toBeDefined();
  });

  it('opens beside the history at its quote, and reads on from there', async () => {
    const { talk, conversation } = await begin();
    const reply = await talk.say('经费怎么管理？');
    const opened = await talk.tap(reply.button('查看原文'));
    expect(opened.placement).toBe('aside');
    const [passage] = opened.blocks;
    if (passage?.kind !== 'passage') throw new Error('Expected a passage');
    const [mark] = passage.marks;
    expect(passage.text.slice(mark?.start, mark?.end)).toBe('要保证专款专用，提高使用效益。');
    expect(passage.standing).toContain('测试审核人');

    const next = await talk.tap(opened.button('下一段'));
    expect(next.text).toContain('每年培训60名骨干教师。');
    expect(() => next.button('下一段')).toThrow();
    const back = await talk.tap(next.button('上一段'));
    expect(back.text).toContain('要保证专款专用');
    expect((await conversation.history(COMRADE)).turns).toHaveLength(1);
  });

  it('is refused with what to do where it cannot be read, and leaves nothing behind', async () => {
    const { talk, conversation } = await begin();
    for (const text of ['', ' \u200B ', '？！', '问'.repeat(2001)]) {
      const reply = await talk.say(text);
      expect(reply.events.map(({ kind }) => kind)).toEqual(['refused']);
      expect(reply.problem).toMatch(/请/u);
    }
    expect((await conversation.history(COMRADE)).turns).toEqual([]);
  });

  it('stays text, whatever it holds', async () => {
    const { talk, conversation } = await begin(
      '培训通知\n一、<b>经费</b>\n要保证 <b>专款</b> & **专用**，见 javascript:alert(1)。',
    );
    const said = '<b>专款</b> & **专用** 怎么管理？';
    const reply = await talk.say(said);
    expect(reply.text).toContain('要保证 <b>专款</b> & **专用**，见 javascript:alert(1)。');
    expect((await conversation.history(COMRADE)).turns[0]?.said).toBe(said);
  });
});

describe('a message delivered twice', () => {
  it('is answered once, the second time with what was kept', async () => {
    const { talk, conversation } = await begin();
    const [first, second] = await Promise.all([
      talk.say('经费怎么管理？', 'same'),
      talk.say('经费怎么管理？', 'same'),
    ]);
    expect(second.blocks).toEqual(first.blocks);
    expect(second.turn).toBe(first.turn);
    expect((await conversation.history(COMRADE)).turns).toHaveLength(1);
  });
});

describe('a button', () => {
  it('works for its person in its conversation alone', async () => {
    const { talk, conversation } = await begin();
    const button = (await talk.say('经费怎么管理？')).button('查看原文');
    const strangers = [
      { ...COMRADE, person: 'stranger' },
      { ...COMRADE, conversation: 'two' },
      { ...COMRADE, channel: 'other' },
    ];
    for (const speaker of strangers) {
      const reply = await talkWith(conversation, speaker).tap(button);
      expect([reply.placement, reply.problem]).toEqual([null, EXPIRED]);
    }
  });

  it('expires politely, and a forged one is no different', async () => {
    const { talk, clock } = await begin();
    const button = (await talk.say('经费怎么管理？')).button('查看原文');
    const forged = ['', 'x', `${'A'.repeat(16)}.0`, `${button.action}9`, '../../etc/passwd.0'];
    for (const action of forged) {
      expect((await talk.tap({ label: '', action })).problem).toBe(EXPIRED);
    }
    clock.time = new Date('2024-06-09T04:00:00Z');
    expect((await talk.tap(button)).problem).toBe(EXPIRED);
  });

  it('says so where the quote is no longer in the text, and finds it where it has moved', async () => {
    const { talk, corpus, app } = await begin();
    const button = (await talk.say('经费怎么管理？')).button('查看原文');
    const moved = NOTICE.replace('一、经费', '一、经费\n（零）总则。本通知适用于各级。');
    await corpus.publish({
      files: { 'notice.txt': moved },
      entries: [{ file: 'notice.txt', title: '培训通知' }],
    });
    // Answers come from the new text once its index is there.
    await app.index();
    const [passage] = (await talk.tap(button)).blocks;
    if (passage?.kind !== 'passage') throw new Error('Expected a passage');
    const [mark] = passage.marks;
    expect(passage.text.slice(mark?.start, mark?.end)).toBe('要保证专款专用，提高使用效益。');

    const changed = NOTICE.replace('要保证专款专用，提高使用效益。', '要实行专户管理。');
    await corpus.publish({
      files: { 'notice.txt': changed },
      entries: [{ file: 'notice.txt', title: '培训通知' }],
    });
    await app.index();
    expect((await talk.tap(button)).text).toContain('现行文本中没有这段引文');

    await corpus.publish({
      files: { 'notice.txt': changed },
      entries: [{ file: 'notice.txt', title: '培训通知', status: 'retired' }],
    });
    expect((await talk.tap(button)).text).toContain('已停用或者撤下');
  });
});

describe('feedback', () => {
  it('is kept with its answer, the last word counting', async () => {
    const { app, talk, conversation } = await begin();
    const reply = await talk.say('经费怎么管理？');
    expect((await talk.tap(reply.button('有用'))).placement).toBe('notice');
    expect((await conversation.history(COMRADE)).turns[0]?.verdict).toBe('useful');
    await talk.tap(reply.button('没帮助'));
    expect((await conversation.history(COMRADE)).turns[0]?.verdict).toBe('not-useful');
    expect(await (await app.records()).feedback()).toMatchObject({ useful: 0, notUseful: 1 });
  });
});

describe('a word of thanks', () => {
  it.each([
    ['谢谢！', '不客气，有问题请随时提出。'],
    ['收到', '好的，有问题请随时提出。'],
  ])(
    '%s is answered as such, and a follow-up still knows what was asked',
    async (thanks, answer) => {
      const { talk } = await begin();
      await talk.say('经费怎么管理？');
      expect((await talk.say(thanks)).text).toBe(answer);
      expect((await talk.say('原文呢')).text).toContain('专款专用');
    },
  );
});

describe('a suggestion', () => {
  it('is the next message, whatever it says, and reaches the operator as it was written', async () => {
    const { app, talk } = await begin();
    expect((await talk.say('意见建议')).text).toContain('请写下');
    expect((await talk.say('帮助\n能否加上 <b>市里</b> 的办法')).text).toContain('已经收到');
    const { suggestions } = await (await app.records()).feedback();
    expect(suggestions.map(({ text }) => text)).toEqual(['帮助\n能否加上 <b>市里</b> 的办法']);
    expect((await talk.say('经费怎么管理？')).text).toContain('专款专用');
  });

  it('is not expected any more once something else was done', async () => {
    const { app, talk } = await begin();
    const asked = await talk.say('/start');
    for (const turnAway of ['帮助', '/sources', '原文呢', '谢谢！', 'tap']) {
      await talk.say('意见建议');
      if (turnAway === 'tap') await talk.tap(asked.button('经费列入哪里？'));
      else await talk.say(turnAway);
      expect((await talk.say('经费怎么管理？')).text).toContain('专款专用');
    }
    expect((await (await app.records()).feedback()).suggestions).toEqual([]);
  });

  it('may be sent at once, taken back before it is written, and interrupted by a command', async () => {
    const { app, talk } = await begin();
    await talk.say('/suggest 界面字再大些');
    const invited = await talk.say('/suggest');
    expect((await talk.tap(invited.button('取消'))).text).toContain('请继续提问');
    await talk.say('意见箱');
    expect((await talk.say('/help')).text).toContain('使用说明');
    await talk.say('取消');
    const { suggestions } = await (await app.records()).feedback();
    expect(suggestions.map(({ text }) => text)).toEqual(['界面字再大些']);
  });
});

describe('what is kept', () => {
  it('outlives the process: history, buttons, context and what is expected next', async () => {
    const { app, talk, clock } = await begin();
    const reply = await talk.say('经费怎么管理？');
    await talk.say('意见建议');
    await app.close();
    const next = reopen(app, { clock });
    onTestFinished(() => next.close());
    const again = talkWith(await next.conversation());
    expect((await again.say('字太小')).text).toContain('已经收到');
    expect((await again.tap(reply.button('查看原文'))).placement).toBe('aside');
    expect((await again.say('原文呢')).text).toContain('专款专用');
    expect((await (await next.conversation()).history(COMRADE)).turns).toHaveLength(4);
  });

  it('is forgotten when its person says so, suggestions excepted', async () => {
    const { app, talk, conversation } = await begin();
    const reply = await talk.say('经费怎么管理？');
    await talk.say('/suggest 字太小');
    await conversation.forget(COMRADE);
    expect((await conversation.history(COMRADE)).turns).toEqual([]);
    expect((await talk.tap(reply.button('查看原文'))).problem).toBe(EXPIRED);
    expect((await talk.say('原文呢')).text).toContain('请先提一个问题');
    expect((await (await app.records()).feedback()).suggestions).toHaveLength(1);
  });

  it('is forgotten by a command too, once that is confirmed', async () => {
    const { talk, conversation } = await begin();
    await talk.say('经费怎么管理？');
    const asked = await talk.say('清除记录');
    await talk.tap(asked.button('不清除'));
    expect((await conversation.history(COMRADE)).turns).toHaveLength(3);
    const reply = await talk.tap(asked.button('确定清除'));
    expect([reply.placement, reply.text]).toEqual(['notice', '记录已清除。']);
    expect((await conversation.history(COMRADE)).turns).toEqual([]);
  });

  it('starts anew, with a word, where another version kept what this one cannot read', async () => {
    const { app, talk } = await begin();
    const { conversations } = await app.records();
    const nothing = {
      turn: null,
      actions: null,
      files: [],
      rating: null,
      suggestion: null,
      changes: [],
    };
    const at = '2024-06-01T03:00:00.000Z';
    await conversations.keep({ speaker: COMRADE, at, state: { version: 0 }, ...nothing });
    const reply = await talk.say('经费怎么管理？');
    expect(reply.text).toMatch(/^程序已经更新/u);
    expect(reply.text).toContain('专款专用');
    expect((await talk.say('经费列入哪里？')).text).not.toContain('程序已经更新');
  });
});

describe('commands and phrases', () => {
  it('lead to their features', async () => {
    const { talk } = await begin();
    const expected: Readonly<Record<string, string>> = {
      '/start': '您好，我是干训助手',
      '你好！': '您好，我是干训助手',
      '/help': '使用说明',
      帮助: '使用说明',
      '/HELP@some_bot': '使用说明',
      资料清单: '现有资料 1 份',
      '/nonsense': '没有“/nonsense”这个命令',
      取消: '请继续提问',
    };
    for (const [said, answer] of Object.entries(expected)) {
      expect((await talk.say(said)).text, said).toContain(answer);
    }
  });

  it('offer questions that the corpus answers', async () => {
    const { talk } = await begin();
    const welcome = await talk.say('/start');
    const offered = welcome.blocks.find((block) => block.kind === 'buttons');
    for (const button of offered?.buttons ?? []) {
      const reply = await talk.tap(button);
      expect(reply.blocks.some((block) => block.kind === 'quote')).toBe(true);
    }
  });

  it('export the conversation as a text file that Windows reads', async () => {
    const { talk, conversation } = await begin();
    expect((await talk.say('导出对话')).text).toContain('还没有可以导出的问答');
    await talk.say('经费怎么管理？');
    const reply = await talk.say('/export');
    const block = reply.blocks.find(({ kind }) => kind === 'file');
    if (block?.kind !== 'file') throw new Error('Expected a file');
    const file = await conversation.file(COMRADE, block.file.id);
    expect(file?.name).toBe('干训助手对话记录-2024-06-01-1200.txt');
    const text = Buffer.from(file?.bytes ?? []).toString('utf8');
    expect(text.startsWith('\uFEFF干训助手对话记录\r\n')).toBe(true);
    expect(text).toContain('问（2024-06-01 12:00）：经费怎么管理？');
    expect(text).toContain('「要保证专款专用，提高使用效益。」——《培训通知》一（二）');
    expect(await conversation.file({ ...COMRADE, conversation: 'two' }, block.file.id)).toBeNull();
  });
});
