import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import type { ModelRequest, Reply } from '../../support/model-double/model-double.ts';
import { type ModelHouse, makeModelHouse } from '../../support/model-house.ts';
import { answered, claim, passageWith, play } from '../../support/model-script.ts';

const QUESTION = '国家级培训机构一年培训多少骨干教师';
const TEACHERS = '国家级干部教育培训机构每年培训2000名地方和部门行业培训机构的骨干教师';

let house: ModelHouse | null = null;
afterEach(async () => {
  await house?.close();
  house = null;
});

const SHORTEST = { GANXUN_MODEL_TIMEOUT: '5' };

const open = async (settings: Readonly<Record<string, string>> = {}) => {
  house = await makeModelHouse({ ...SHORTEST, ...settings });
  return house;
};

/** A draft whose first claim is right, as text. */
const rightDraft = (request: ModelRequest) =>
  JSON.stringify(
    answered(
      claim('国家级干部教育培训机构每年培训2000名骨干教师。', [
        passageWith(request, '2000名'),
        TEACHERS,
      ]),
      claim('这一条还没有写完', ['P1', '……']),
    ),
  );

const fault = (reply: Reply) => reply;

describe('whatever the endpoint does, the person gets an answer', () => {
  // Side by side, each in a house of its own: some of them wait until their time is over.
  it.concurrent.for<[string, Reply]>([
    ['401', fault({ kind: 'error', status: 401 })],
    ['404', fault({ kind: 'error', status: 404, code: 'model_not_found' })],
    ['500', fault({ kind: 'error', status: 500 })],
    [
      '429 with a long Retry-After',
      { kind: 'error', status: 429, headers: { 'Retry-After': '3600' } },
    ],
    ['a hang before the first byte', { kind: 'hang' }],
    ['a connection torn down', { kind: 'disconnect' }],
    ['a page of a proxy', { kind: 'body', contentType: 'text/html', body: '<h1>Bad Gateway</h1>' }],
    ['empty content', { kind: 'text', text: '' }],
    ['words that are no JSON', { kind: 'text', text: '每年培训550名骨干教师，这是我记得的。' }],
    ['JSON of another shape', { kind: 'text', text: '{"answer": "550学时"}' }],
    ['JSON cut off', { kind: 'text', text: '{"outcome": "answered", "claims": [{"text": "550' }],
    [
      'a stream that ends early',
      { kind: 'text', text: '{"outcome": "answered"', breaks: 'truncate' },
    ],
    [
      'a stream without an end',
      { kind: 'text', text: ['{"outcome": "answered", ', ' '], breaks: 'endless' },
    ],
    [
      'a hang in mid-stream',
      { kind: 'text', text: ['{"outcome"', ': "answered"'], breaks: 'hang' },
    ],
    [
      'a disconnect in mid-stream',
      { kind: 'text', text: ['{"outcome"', ': "ans'], breaks: 'disconnect' },
    ],
    [
      'calls of tools instead of words',
      { kind: 'text', text: '{"tool": "answer"}', finish: 'stop' },
    ],
  ])('%s', async ([_, reply], { expect, onTestFinished }) => {
    const { double, talk, close } = await makeModelHouse(SHORTEST);
    onTestFinished(close);
    double.answer(() => reply);
    const heard = await (await talk('visitor')).say(QUESTION);
    expect(heard.problem).toBeNull();
    expect(heard.turn).not.toBeNull();
    expect(heard.text).toContain('直接引用原文作答');
    expect(heard.text).toContain('2000名');
    expect(heard.text).not.toMatch(/\b550\b|Gateway|error/iu);
    await expect.poll(() => double.openConnections()).toBe(0);
  });

  it.each<['truncate' | 'disconnect']>([['truncate'], ['disconnect']])(
    'what had passed before a %s stays, and is said not to be all',
    async (breaks) => {
      const { double, talk } = await open();
      play(double, {
        answer: (request: ModelRequest) => {
          const text = rightDraft(request);
          return { kind: 'text', text: [text.slice(0, -30), text.slice(-30)], breaks };
        },
      });
      const heard = await (await talk('visitor')).say(QUESTION);
      expect(heard.text).toContain('每年培训2000名骨干教师。（引文1）');
      expect(heard.text).toContain('没有完成或者没有通过核对');
      expect(heard.text).not.toContain('还没有写完');
    },
    30_000,
  );

  it('waits for a short Retry-After and goes on', async () => {
    const { double, talk } = await open();
    let refusals = 0;
    play(double, {
      answer: (request: ModelRequest) => {
        if (++refusals === 1)
          return { kind: 'error', status: 429, headers: { 'Retry-After': '1' } };
        return answered(
          claim('国家级干部教育培训机构每年培训2000名骨干教师。', [
            passageWith(request, '2000名'),
            TEACHERS,
          ]),
        );
      },
    });
    const heard = await (await talk('visitor')).say(QUESTION);
    expect(heard.text).toContain('（引文1）');
  }, 30_000);

  it('tells each person once that the endpoint rests, and leaves it alone meanwhile', async () => {
    const { double, talk } = await open();
    double.answer(() => ({ kind: 'error', status: 500 }));
    const first = await talk('first');
    const heard: string[] = [];
    for (let tries = 0; tries < 5; tries++) heard.push((await first.say(QUESTION)).text);
    const asked = double.requests.length;
    heard.push((await first.say(QUESTION)).text);
    const other = await (await talk('other')).say(QUESTION);
    expect(double.requests.length).toBe(asked);
    expect(heard.filter((text) => text.includes('暂时不可用'))).toHaveLength(1);
    expect(other.text).toContain('暂时不可用');
    for (const text of [...heard, other.text]) expect(text).toContain('2000名');
  }, 60_000);

  it('is asked no more once the person has used up the day', async () => {
    const { double, talk, goTo } = await open({ GANXUN_MODEL_TOKENS_PER_DAY: '12000' });
    play(double, {
      answer: (request: ModelRequest) => ({
        kind: 'text',
        text: rightDraft(request).replace(/,\{"text":"这.*\}(?=\])/u, ''),
        usage: { input: 11_900, output: 200 },
      }),
    });
    const person = await talk('visitor');
    expect((await person.say(QUESTION)).text).toContain('（引文1）');
    const asked = double.requests.length;
    const heard = await person.say(QUESTION);
    expect(heard.text).toContain('用量已经用完');
    expect(heard.text).toContain('2000名');
    expect(double.requests.length).toBe(asked);
    goTo('2027-06-02T04:00:00.000Z');
    expect((await person.say(QUESTION)).text).toContain('（引文1）');
  }, 30_000);

  it('is answered and logged where what it cost cannot be written down', async () => {
    const { app, double, talk, logged } = await open();
    play(double, {
      answer: (request: ModelRequest) => ({ kind: 'text', text: rightDraft(request) }),
    });
    const records = new Database(join(app.config.dataFolder, 'records.sqlite'));
    records.exec(`CREATE TRIGGER refuses BEFORE INSERT ON model_use
      BEGIN SELECT RAISE(ABORT, 'no more'); END`);
    records.close();
    const heard = await (await talk('visitor')).say(QUESTION);
    expect(heard.problem).toBeNull();
    expect(heard.turn).not.toBeNull();
    expect(heard.text).toContain('（引文1）');
    expect(logged.join('\n')).toMatch(/"tokens":\d+,"reason":"no more"/u);
  }, 30_000);

  it('drafts from what words find where vectors do not come', async () => {
    const embedding = { GANXUN_EMBEDDING_MODEL: 'double-embedding' };
    const { double, talk, app } = await open({ ...embedding, GANXUN_MODEL_TIMEOUT: '12' });
    await (await app.model())?.meaning?.build();
    // Slow enough that waiting for the vectors to the end would leave no time for the draft.
    const pause = { pauseMs: 1500 };
    double.answer((request) =>
      request.path === 'embeddings'
        ? { kind: 'hang' }
        : { kind: 'text', text: [' ', pause, ' ', pause, ' ', pause, rightDraft(request)] },
    );
    const heard = await (await talk('visitor')).say(QUESTION);
    expect(double.requests.at(-1)?.path).toBe('chat/completions');
    expect(heard.text).toContain('（引文1）');
  }, 60_000);

  it('ends the call when the person leaves, and keeps an answer for when they come back', async () => {
    const { double, app } = await open({ GANXUN_MODEL_TIMEOUT: '30' });
    double.answer(() => ({ kind: 'hang' }));
    const conversation = await app.conversation();
    const speaker = { channel: 'test', conversation: 'gone', person: 'gone' };
    const leaving = new AbortController();
    const said = { kind: 'text', text: QUESTION } as const;
    const done = conversation.respond({ speaker, message: 'm1', said }, () => {}, leaving.signal);
    await expect.poll(() => double.openConnections()).toBe(1);
    leaving.abort();
    await done;
    await expect.poll(() => double.openConnections()).toBe(0);
    const { turns } = await conversation.history(speaker);
    expect(JSON.stringify(turns[0]?.blocks)).toContain('2000名');
  }, 30_000);

  it('ends the call, and writes down what it cost, where a channel breaks down', async () => {
    const { double, app } = await open({ GANXUN_MODEL_TIMEOUT: '60' });
    play(double, {
      answer: (request: ModelRequest) => {
        const text = rightDraft(request);
        return { kind: 'text', text: [text.slice(0, -30), text.slice(-30)], breaks: 'hang' };
      },
    });
    const conversation = await app.conversation();
    const speaker = { channel: 'test', conversation: 'broken', person: 'broken' };
    const said = { kind: 'text', text: QUESTION } as const;
    const replying = conversation.respond({ speaker, message: 'm1', said }, (event) => {
      if (event.kind === 'block' && event.block.kind === 'quote')
        throw new Error('Cannot write to the channel');
    });
    await expect(replying).rejects.toThrow('Cannot write to the channel');
    await expect.poll(() => double.openConnections()).toBe(0);
    const { modelUse } = await app.records();
    expect(await modelUse.spent('test broken', '2027-06-01')).toBeGreaterThan(0);
  }, 30_000);

  it('is answered by words alone where vectors do not fit, and the operator hears of it', async () => {
    const { app, double, talk, logged } = await open({
      GANXUN_EMBEDDING_MODEL: 'double-embedding',
    });
    await (await app.model())?.meaning?.build();
    double.answer((request) =>
      request.path === 'embeddings'
        ? { kind: 'vectors', vectors: [[1, 0, 0]] }
        : { kind: 'text', text: rightDraft(request) },
    );
    const heard = await (await talk('visitor')).say(QUESTION);
    expect(heard.text).toContain('（引文1）');
    expect(logged.join('\n')).toContain('暂按字面检索');
  }, 30_000);

  it('does not hold up the end of the service', async () => {
    const { double, app } = await open({
      GANXUN_MODEL_TIMEOUT: '60',
      GANXUN_EMBEDDING_MODEL: 'double-embedding',
    });
    double.answer(() => ({ kind: 'hang' }));
    const model = await app.model();
    model?.meaning?.buildWhereMissing();
    await model?.meaning?.of(await app.index());
    await expect.poll(() => double.openConnections()).toBe(1);
    await app.close();
    await expect.poll(() => double.openConnections()).toBe(0);
  }, 30_000);

  it('writes neither texts nor the key to a log', async () => {
    const { double, talk, logged } = await open();
    double.answer(() => ({ kind: 'error', status: 500, message: `${QUESTION} sk-double` }));
    const person = await talk('visitor');
    for (let tries = 0; tries < 4; tries++) await person.say(QUESTION);
    expect(logged.length).toBeGreaterThan(0);
    expect(logged.join('\n')).not.toMatch(/sk-double|骨干/u);
  }, 60_000);
});
