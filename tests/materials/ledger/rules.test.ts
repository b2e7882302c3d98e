import { describe, expect, it } from 'vitest';
import {
  againstAnswering,
  againstApproving,
  againstAssigning,
  againstLeaving,
  againstMerging,
  againstPuttingBack,
  againstReturning,
  againstRevision,
  againstSettingAside,
  againstSplitting,
  againstTaking,
  againstTakingBack,
  againstWithdrawing,
  type Keeper,
} from '../../../src/materials/ledger/rules.ts';
import { TOPIC_STATES, type Topic, type TopicState } from '../../../src/materials/ledger/topic.ts';

const AT = '2027-06-01T04:00:00.000Z';
const ANSWER = { answer: '专款专用。', kind: 'statement', quotes: [] } as const;

const trainer: Keeper = { name: '赵敏', person: 'zhao', isManager: false };
const other: Keeper = { name: '孙立', person: 'sun', isManager: false };
const admin: Keeper = { name: '李强', person: 'li', isManager: true };

function topicOf(state: TopicState, fields: Partial<Topic> = {}): Topic {
  const hasAnswer = state === 'submitted' || state === 'answered';
  return {
    ...{ id: 'one', state, question: '经费怎么管？', near: null, wordings: 2, times: 3, people: 2 },
    ...{ firstAt: AT, lastAt: AT, assignee: state === 'open' ? null : 'zhao' },
    ...{ answer: hasAnswer ? ANSWER : null, decidedBy: null, reason: null },
    answeredBy: hasAnswer ? { name: '赵敏', person: 'zhao' } : null,
    ...{ pair: state === 'answered' ? 'asked-1' : null, revision: 4 },
    ...fields,
  };
}

/** The states in which nothing stands against a step. */
function allowed(against: (topic: Topic) => string | null): readonly TopicState[] {
  return TOPIC_STATES.filter((state) => against(topicOf(state)) === null);
}

describe('the steps of a topic', () => {
  it('are taken from where they lead on', () => {
    expect(allowed(againstAssigning)).toEqual(['open', 'assigned']);
    expect(allowed((topic) => againstTaking(topic, trainer))).toEqual(['open', 'assigned']);
    expect(allowed((topic) => againstTaking(topic, other))).toEqual(['open']);
    expect(allowed((topic) => againstTaking(topic, admin))).toEqual(['open', 'assigned']);
    expect(allowed((topic) => againstLeaving(topic, trainer))).toEqual(['assigned']);
    expect(allowed((topic) => againstAnswering(topic, trainer))).toEqual(['assigned']);
    expect(allowed((topic) => againstAnswering(topic, admin))).toEqual([]);
    expect(allowed(againstReturning)).toEqual(['submitted']);
    expect(allowed((topic) => againstTakingBack(topic, trainer))).toEqual(['submitted']);
    expect(allowed((topic) => againstTakingBack(topic, admin))).toEqual([]);
    expect(allowed(againstSettingAside)).toEqual(['open', 'assigned', 'submitted']);
    expect(allowed(againstPuttingBack)).toEqual(['set-aside']);
    expect(allowed(againstWithdrawing)).toEqual(['answered']);
    expect(allowed(againstSplitting)).not.toContain('answered');
  });

  it('are taken on what was looked at', () => {
    expect(againstRevision(topicOf('open'), 4)).toBeNull();
    expect(againstRevision(topicOf('open'), 3)).toContain('有了变化');
  });
});

describe('approving', () => {
  const asSet = (one: boolean) => ({ oneMayApprove: one });

  it('is for somebody else than who answered', () => {
    const own = topicOf('submitted', { answeredBy: { name: '李强', person: 'li' } });
    expect(againstApproving(topicOf('submitted'), admin, asSet(false))).toBeNull();
    expect(againstApproving(own, admin, asSet(false))).toContain('须由另一位管理员批准');
    expect(againstApproving(own, admin, asSet(true))).toBeNull();
  });

  it('knows by name who answered and is no person of the records any more', () => {
    const gone = topicOf('submitted', { answeredBy: { name: '李 强\u200b', person: null } });
    expect(againstApproving(gone, admin, asSet(false))).toContain('须由另一位管理员批准');
    // Two people of one name are two people.
    const namesake = topicOf('submitted', { answeredBy: { name: '李强', person: 'li-2' } });
    expect(againstApproving(namesake, admin, asSet(false))).toBeNull();
  });

  it('is done once', () => {
    expect(againstApproving(topicOf('answered'), admin, asSet(true))).toContain('已经批准');
    expect(againstApproving(topicOf('assigned'), admin, asSet(true))).toContain('没有等待审核');
  });
});

describe('splitting and merging', () => {
  it('need two wordings, or two topics that are both still to be answered', () => {
    expect(againstSplitting(topicOf('open', { wordings: 1 }))).toContain('只有一种问法');
    const two = topicOf('open', { id: 'two' });
    expect(againstMerging(topicOf('open'), two)).toBeNull();
    expect(againstMerging(topicOf('open'), topicOf('open'))).toContain('与自己');
    expect(againstMerging(topicOf('submitted'), two)).toContain('请先退回');
    const answered = topicOf('answered', { id: 'two' });
    expect(againstMerging(topicOf('open'), answered)).toContain('请先撤回');
  });
});
