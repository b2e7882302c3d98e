import { setTimeout as pause } from 'node:timers/promises';
import type { ReplyEvent, ShownButton } from '../../src/conversation/reply.ts';
import { newVisitor, type Visitor } from '../support/service/visitor.ts';
import type { Chance } from './chance.ts';

const QUESTIONS = [
  '网络培训学时怎么管理？',
  '国家级培训机构一年培训多少骨干教师',
  '教师培训和课程推荐各有什么数量要求？',
  '县级党校怎么建设',
  '那经费列入哪里呢？',
  '专栏3里年轻干部理想信念强化计划每年培训多少人？',
];
const REQUEST = '帮我看看有哪些资料可以查';
/** Questions of one visitor, before another comes in their place. */
const QUESTIONS_OF_ONE = 6;
/** Milliseconds, at the most: between two messages, and until somebody leaves who leaves. */
const LONGEST_PAUSE = 300;
const LONGEST_STAY = 1500;
/** Milliseconds in which all have come. */
const LONGEST_ARRIVAL = 2000;

/** Somebody who left before their answer was there. */
interface Leaver {
  readonly visitor: Visitor;
  readonly message: string;
}

export interface People {
  /** Talks until it is told that it is over. */
  talk(isOver: () => boolean): Promise<void>;
  readonly counts: Record<'answered' | 'drafted' | 'tapped' | 'requested' | 'cameBack', number>;
  /** Those who never came back. */
  readonly leavers: readonly Leaver[];
  /** Replies that did not end with an answer, with the message. */
  readonly wrong: readonly string[];
}

/** People who ask, tap, leave and come back; one in ten leaves, and half of those come back. */
export function createPeople(url: string, chance: Chance): People {
  const counts = { answered: 0, drafted: 0, tapped: 0, requested: 0, cameBack: 0 };
  const leavers: Leaver[] = [];
  const wrong: string[] = [];
  let messages = 0;

  const check = (said: string, events: readonly ReplyEvent[], isAnswer: boolean) => {
    if (!isAnswer) wrong.push(`${said}: ${JSON.stringify(events)}`);
  };
  const ask = async (visitor: Visitor): Promise<void> => {
    const question = chance.oneOf(QUESTIONS);
    const events = await visitor.say(question);
    check(question, events, isAnswered(events));
    counts.answered++;
    if (JSON.stringify(events).includes('由模型起草')) counts.drafted++;
    const button = buttonsOf(events).find(({ label }) => label === '查看原文');
    if (button === undefined || chance.next() > 0.2) return;
    const shown = await visitor.tap(button);
    check(
      button.label,
      shown,
      blocksOf(shown).some(({ kind }) => kind === 'passage'),
    );
    counts.tapped++;
  };
  const request = async (visitor: Visitor): Promise<void> => {
    const events = await visitor.say(REQUEST);
    check(REQUEST, events, events.at(-1)?.kind === 'end' && blocksOf(events).length > 0);
    counts.requested++;
  };
  const leave = async (visitor: Visitor): Promise<void> => {
    const question = chance.oneOf(QUESTIONS);
    const message = `left-${++messages}`;
    const leaving = new AbortController();
    let begun = false;
    const onEvent = () => {
      if (begun) return;
      begun = true;
      setTimeout(() => leaving.abort(), chance.next() * LONGEST_STAY);
    };
    try {
      await visitor.say(question, { id: message, onEvent, signal: leaving.signal });
    } catch (error) {
      if (!leaving.signal.aborted) throw error;
    }
    if (chance.next() < 0.5) return void leavers.push({ visitor, message });
    const events = await visitor.say(question, { id: message });
    check(question, events, isAnswered(events));
    counts.cameBack++;
  };

  const talk = async (isOver: () => boolean) => {
    await pause(chance.next() * LONGEST_ARRIVAL);
    while (!isOver()) {
      const visitor = newVisitor(url);
      for (let asked = 0; asked < QUESTIONS_OF_ONE && !isOver(); asked++) {
        const drawn = chance.next();
        if (drawn < 0.1) await leave(visitor);
        else if (drawn < 0.16) await request(visitor);
        else await ask(visitor);
        await pause(chance.next() * LONGEST_PAUSE);
      }
    }
  };
  return { talk, counts, leavers, wrong };
}

/** To the end, with words of the approved text. */
function isAnswered(events: readonly ReplyEvent[]): boolean {
  const isKept = events.some((event) => event.kind === 'end' && event.turn !== null);
  return isKept && blocksOf(events).some(({ kind }) => kind === 'quote');
}

function blocksOf(events: readonly ReplyEvent[]) {
  return events.flatMap((event) => (event.kind === 'block' ? [event.block] : []));
}

function buttonsOf(events: readonly ReplyEvent[]): ShownButton[] {
  return blocksOf(events).flatMap((block) => ('buttons' in block ? block.buttons : []));
}
