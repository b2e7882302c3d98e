import { describe, expect, it, onTestFinished } from 'vitest';
import type { SentMessage } from '../../../support/bot-api/start-bot-api.ts';
import { covered, dataOf, settled } from '../../../support/chat-window.ts';
import type { Piece } from '../../../support/model-double/model-double.ts';
import { startModelDouble } from '../../../support/model-double/start-model-double.ts';
import { settingsFor } from '../../../support/model-house.ts';
import { answered, claim, passageWith, play } from '../../../support/model-script.ts';
import { makePlanBot } from '../../../support/plan-bot.ts';

const QUESTION = '网络培训学时怎么管理？';
const RIGHT = '要出台干部网络培训学时管理办法。';
const WRONG = '各单位必须完成550学时。';
const QUOTE = '出台干部网络培训学时管理办法';
const ME = 7;
const GROUP = -100_123;

/** A bot whose model writes a right claim, stops to think, and writes a wrong one. */
async function startBot() {
  const double = await startModelDouble();
  const bot = await makePlanBot(settingsFor(double));
  onTestFinished(async () => {
    await bot.close();
    await double.close();
  });
  play(double, {
    answer: (request) => {
      const quote = [passageWith(request, '学时管理办法'), QUOTE] as const;
      const text = JSON.stringify(answered(claim(RIGHT, quote), claim(WRONG, quote)));
      const at = text.indexOf(WRONG);
      const pause = { pauseMs: 1200 };
      const pieces: Piece[] = ['{', pause, text.slice(1, at), pause, text.slice(at)];
      return { kind: 'text', text: pieces };
    },
    repair: answered(),
  });
  await bot.serve({
    parts: { streamTimes: { signMs: 20, draftMs: 80, editMs: 100, renewMs: 20_000 } },
  });
  return { ...bot, double };
}

describe('an answer that a model drafts, in Telegram', () => {
  it('grows as a draft claim by claim, and is sent once with its quotes', async () => {
    const bot = await startBot();
    bot.api.say(ME, '/start');
    await settled(bot);
    const welcome = bot.api.messages(ME).length;
    bot.api.say(ME, QUESTION);
    const shown = () => bot.api.draft(ME)?.text ?? '';
    await bot.api.until(() => shown().includes('正在'), 'it is said what is being done', 20_000);
    await bot.api.until(() => shown().includes(RIGHT), 'the first claim is seen', 20_000);
    expect(bot.api.messages(ME)).toHaveLength(welcome);
    await settled(bot);
    const [message, ...more] = bot.api.messages(ME).slice(welcome) as [
      SentMessage,
      ...SentMessage[],
    ];
    expect(more).toEqual([]);
    expect(message.text).toContain(RIGHT);
    expect(covered(message, 'blockquote')).toEqual([QUOTE]);
    expect(dataOf(message, '查看原文')).toBeDefined();
    const seen = [...bot.api.drafts(ME).map(({ text }) => text), message.text].join('\n');
    expect(seen).not.toContain('550');
  }, 60_000);

  it('grows in a message of a group, which the whole answer takes the place of', async () => {
    const bot = await startBot();
    bot.api.say(GROUP, `/ask ${QUESTION}`, { from: ME });
    const shown = () => bot.api.messages(GROUP).map(({ text }) => text);
    await bot.api.until(() => shown().join('').includes(RIGHT), 'the first claim is seen', 20_000);
    await settled(bot);
    expect(shown()).toHaveLength(1);
    expect(shown()[0]).toContain('由模型起草');
    expect(shown()[0]).not.toMatch(/550|未完/u);
  }, 60_000);
});
