import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Speaker } from '../../src/conversation/incoming.ts';
import type { QuestionnaireChange, QuestionnaireStore } from '../../src/questionnaire/store.ts';
import type { Respondent } from '../../src/questionnaire/survey.ts';
import type { Records } from '../../src/storage/records.ts';
import { signIn } from '../support/sign-in.ts';
import {
  answersOf,
  CLOSES_AT,
  personOf,
  smallQuestionnaire,
  surveyOf,
  WHILE_OPEN,
} from '../support/survey.ts';
import { kept } from './kept.ts';

const AT = '2026-03-05T08:00:00.000Z';
const LATER = '2026-03-05T09:00:00.000Z';
const PEOPLE = Array.from({ length: 30 }, (_, at) => `l${String(at).padStart(2, '0')}`);
const EVER = '2027-01-01T00:00:00.000Z';
const STRANGER: Respondent = { kind: 'stranger', channel: 'telegram', key: '77' };

/** What every database must do for questionnaires and surveys; run on real ones. */
export function storesQuestionnaires(open: () => Promise<Records>): void {
  let records: Records;
  let store: QuestionnaireStore;
  beforeEach(async () => {
    records = await open();
    store = records.questionnaires;
    await records.people.change(
      ['t', ...PEOPLE].map((id) => ({
        ...{ kind: 'add-person' as const, at: AT },
        person: { id, name: `人${id}`, unit: '', role: 'learner' as const },
      })),
    );
  });
  afterEach(() => records.close());

  const change = (...changes: QuestionnaireChange[]) => store.change(changes);
  const add = (id: string, title = id, at = AT) =>
    change({
      ...{ kind: 'add-questionnaire', id, owner: 't', ownerName: '教师', classId: null },
      ...{ content: smallQuestionnaire(title), note: '新建', at },
    });
  const save = (before: number, title: string) =>
    change({
      ...{ kind: 'save-questionnaire', id: 'q', before, content: smallQuestionnaire(title) },
      ...{ note: `改成${title}`, at: LATER },
    });
  const publish = (id: string, fields: Parameters<typeof surveyOf>[1] = {}, invited = PEOPLE) =>
    change({ kind: 'publish-survey', survey: surveyOf(id, fields), invited });
  const fillIn = (survey: string, respondent: Respondent, number: number) =>
    change(
      { kind: 'begin-answers', survey, respondent },
      ...Object.entries(answersOf(number)).map(
        ([item, answer]): QuestionnaireChange => ({
          ...{ kind: 'keep-answer', survey, respondent, item, answer, at: WHILE_OPEN },
        }),
      ),
    );
  const submit = (survey: string, respondent: Respondent, at = WHILE_OPEN) =>
    change({ kind: 'submit-answers', survey, respondent, at });
  const close = (survey: string, at = CLOSES_AT) => change({ kind: 'close-survey', survey, at });
  const answerAs = async (survey: string, count: number) => {
    for (const [number, person] of PEOPLE.slice(0, count).entries()) {
      await fillIn(survey, personOf(person), number);
      await submit(survey, personOf(person));
    }
  };
  const numbers = async (survey: string) =>
    (await store.responses(survey)).map(({ words }) =>
      Number(words?.kind === 'text' && words.text.match(/\d+/u)?.[0]),
    );

  it('gives a questionnaire back as it was kept, and its versions', async () => {
    await add('q', '甲');
    expect(await store.questionnaire('q')).toEqual({
      ...{ id: 'q', owner: 't', ownerName: '教师', classId: null, version: 1, changedAt: AT },
      content: smallQuestionnaire('甲'),
    });
    expect(await store.questionnaire('none')).toBeNull();
    await save(1, '乙');
    await add('r', '丙', AT);
    expect(await store.questionnaires()).toMatchObject([
      { id: 'q', kind: 'needs', title: '乙', version: 2, changedAt: LATER },
      { id: 'r', title: '丙', version: 1 },
    ]);
    expect(await store.versions('q')).toEqual([
      { version: 2, note: '改成乙', changedAt: LATER },
      { version: 1, note: '新建', changedAt: AT },
    ]);
    expect(await store.version('q', 1)).toEqual(smallQuestionnaire('甲'));
    expect(await store.version('q', 3)).toBeNull();
  });

  it('keeps one of two changes to the same version, and tells the other', async () => {
    await add('q', '甲');
    const both = await Promise.allSettled([save(1, '乙'), save(1, '丙')]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { message: expect.stringContaining('刚刚被改动过') },
    });
    await change({ kind: 'remove-questionnaire', id: 'q' });
    await expect(save(2, '丁')).rejects.toThrow('已经删除');
    expect(await store.versions('q')).toEqual([]);
  });

  it('gives a survey back as it was published, also when its questionnaire is gone', async () => {
    await add('q');
    const survey = surveyOf('s', { code: 'abcdefghjk' });
    await change({ kind: 'publish-survey', survey, invited: ['l01', 'l00', 'l01'] });
    await change({ kind: 'remove-questionnaire', id: 'q' });
    expect(await store.survey('s')).toEqual(survey);
    expect(await store.surveyByCode('abcdefghjk')).toEqual(survey);
    expect(await store.surveyByCode('x')).toBeNull();
    expect(await store.surveys()).toEqual([survey]);
    expect(await store.totals('s')).toEqual({ invited: 2, begun: 0, submitted: 0, lost: 0 });
    await expect(publish('other', { code: 'abcdefghjk' })).rejects.toThrow('问卷码刚被');
    expect(await store.survey('other')).toBeNull();
  });

  it('lets those answer whom it was sent to, and lists it for them while it is open', async () => {
    await publish('s', {}, ['l00', 'l01']);
    await publish('t', { closesAt: '2026-03-07T00:00:00.000Z' }, ['l00']);
    await publish('later', { opensAt: '2026-03-08T00:00:00.000Z' }, ['l00']);
    const open = async (who: Respondent, at = WHILE_OPEN) =>
      (await store.openSurveys(who, new Date(at))).map(({ id }) => id);
    expect(await open(personOf('l00'))).toEqual(['t', 's']);
    expect(await open(personOf('l00'), '2026-03-09T00:00:00.000Z')).toEqual(['later', 's']);
    expect(await open(personOf('l02'))).toEqual([]);
    expect(await store.standing('s', personOf('l00'))).toEqual({ kind: 'invited' });
    expect(await store.standing('s', personOf('l02'))).toEqual({ kind: 'not-invited' });
    await expect(fillIn('s', personOf('l02'), 1)).rejects.toThrow('没有发给您');
    await expect(submit('s', personOf('l02'))).rejects.toThrow('没有发给您');
    await fillIn('t', personOf('l00'), 1);
    await submit('t', personOf('l00'));
    expect(await open(personOf('l00'))).toEqual(['s']);
    expect(await store.notSubmitted('s')).toEqual(['l00', 'l01']);
    expect(await store.notSubmitted('t')).toEqual([]);
    expect(await store.submittedOf('t', ['l00', 'l01'])).toEqual(new Set(['l00']));
  });

  it('lets whoever has a link answer, a stranger too', async () => {
    await publish('s', { code: 'abcdefghjk', audience: [] }, []);
    const keep = {
      kind: 'keep-answer',
      survey: 's',
      respondent: STRANGER,
      at: WHILE_OPEN,
    } as const;
    const answer = { kind: 'number', value: 3 } as const;
    await expect(change({ ...keep, item: 'days', answer })).rejects.toThrow('没有发给您');
    await fillIn('s', STRANGER, 7);
    expect(await store.openSurveys(STRANGER, new Date(WHILE_OPEN))).toHaveLength(1);
    await submit('s', STRANGER);
    expect(await store.standing('s', STRANGER)).toEqual({ kind: 'submitted' });
    expect(await store.totals('s')).toEqual({ invited: null, begun: 1, submitted: 1, lost: 0 });
    expect(await store.notSubmitted('s')).toEqual([]);
  });

  it('lets an account answer once, whoever has signed in with it since', async () => {
    await publish('s', { code: 'abcdefghjk', audience: [] }, []);
    await fillIn('s', STRANGER, 7);
    await submit('s', STRANGER);
    await signIn(
      records.people,
      [{ person: 'l00', channel: 'telegram', key: '77' }],
      new Date(WHILE_OPEN),
    );
    expect(await store.standing('s', personOf('l00'))).toEqual({ kind: 'submitted' });
    await expect(fillIn('s', personOf('l00'), 8)).rejects.toThrow('已经提交过');
    await expect(submit('s', personOf('l00'))).rejects.toThrow('已经提交过');
    expect(await store.standing('s', personOf('l01'))).toEqual({ kind: 'not-invited' });
    await fillIn('s', personOf('l01'), 9);
    expect(await store.totals('s')).toMatchObject({ begun: 2, submitted: 1 });
  });

  it('keeps a draft answer by answer until it is submitted', async () => {
    await publish('s');
    const who = personOf('l00');
    await fillIn('s', who, 4);
    await change({ kind: 'begin-answers', survey: 's', respondent: who });
    expect(await store.draft('s', who)).toEqual(answersOf(4));
    expect(await store.draft('s', personOf('l01'))).toEqual({});
    const keep = { kind: 'keep-answer', survey: 's', respondent: who, at: WHILE_OPEN } as const;
    await change({ ...keep, item: 'days', answer: { kind: 'number', value: 9 } });
    await change({ ...keep, item: 'words', answer: null });
    const { unit } = answersOf(4);
    expect(await store.draft('s', who)).toEqual({ unit, days: { kind: 'number', value: 9 } });
    await change({ kind: 'drop-answers', survey: 's', respondent: who });
    expect(await store.draft('s', who)).toEqual({});
    expect(await store.totals('s')).toMatchObject({ begun: 1, submitted: 0 });
    await change({ ...keep, item: 'days', answer: { kind: 'number', value: 2 } });
    await expect(submit('s', who)).rejects.toThrow('还有 1 道必答题');
    expect(await store.draft('s', who)).toEqual({ days: { kind: 'number', value: 2 } });
    await fillIn('s', who, 5);
    await submit('s', who);
    expect(await store.draft('s', who)).toEqual({});
    expect(await store.totals('s')).toMatchObject({ begun: 1, submitted: 1 });
  });

  it('keeps answers of two devices at the same time', async () => {
    await publish('s');
    const who = personOf('l00');
    await change({ kind: 'begin-answers', survey: 's', respondent: who });
    await Promise.all(
      Object.entries(answersOf(1)).map(([item, answer]) =>
        change({ kind: 'keep-answer', survey: 's', respondent: who, item, answer, at: WHILE_OPEN }),
      ),
    );
    expect(await store.draft('s', who)).toEqual(answersOf(1));
  });

  it('takes a submission once, from two devices at once too', async () => {
    await publish('s');
    const who = personOf('l00');
    await fillIn('s', who, 1);
    const both = await Promise.allSettled([submit('s', who), submit('s', who)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(submit('s', who)).rejects.toThrow('已经提交过');
    await expect(fillIn('s', who, 2)).rejects.toThrow('已经提交过');
    expect(await store.totals('s')).toMatchObject({ submitted: 1 });
  });

  it('takes nothing before it opens, after its end, or after it was closed', async () => {
    await publish('s', { opensAt: '2026-03-08T00:00:00.000Z' });
    await expect(fillIn('s', personOf('l00'), 1)).rejects.toThrow('还没有开始填写');
    await publish('t');
    await fillIn('t', personOf('l00'), 1);
    await expect(submit('t', personOf('l00'), CLOSES_AT)).rejects.toThrow('已经截止');
    const closesAt = '2026-03-20T00:00:00.000Z';
    await change({ kind: 'move-closing', survey: 't', closesAt });
    await submit('t', personOf('l00'), CLOSES_AT);
    await close('t', WHILE_OPEN);
    await expect(fillIn('t', personOf('l01'), 1)).rejects.toThrow('已经截止');
    await expect(change({ kind: 'move-closing', survey: 't', closesAt })).rejects.toThrow(
      '已经截止',
    );
    await expect(submit('none', personOf('l00'))).rejects.toThrow('没有这份问卷');
  });

  it.each([5, 9, 10, 14, 15, 23, 30])(
    'gives all %i that were submitted after the closing',
    async (count) => {
      await publish('s');
      await answerAs('s', count);
      await expect(store.responses('s')).rejects.toThrow('还没有结束');
      await close('s');
      await close('s', '2026-04-01T00:00:00.000Z');
      expect((await numbers('s')).toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: count }, (_, at) => at),
      );
      expect((await store.responses('s')).map(({ words, ...rest }) => Object.keys(rest))).toEqual(
        Array.from({ length: count }, () => ['unit', 'days']),
      );
      expect(await store.survey('s')).toMatchObject({ closedAt: CLOSES_AT });
      expect(await store.totals('s')).toEqual({
        ...{ invited: PEOPLE.length, begun: count, submitted: count, lost: 0 },
      });
      expect(await store.standing('s', personOf('l00'))).toEqual({ kind: 'not-invited' });
      expect(await store.notSubmitted('s')).toEqual([]);
    },
  );

  it('wipes answers of fewer than five', async () => {
    await publish('s');
    await answerAs('s', 4);
    await close('s');
    expect(await store.responses('s')).toEqual([]);
    expect(await store.totals('s')).toMatchObject({ submitted: 4, begun: 4 });
  });

  it('keeps totals and answers right when people leave', async () => {
    await publish('s');
    await answerAs('s', 6);
    await fillIn('s', personOf('l10'), 10);
    await records.people.change([
      { kind: 'remove-person', person: 'l00' },
      { kind: 'remove-person', person: 'l10' },
      { kind: 'remove-person', person: 't' },
    ]);
    expect(await store.standing('s', personOf('l00'))).toEqual({ kind: 'not-invited' });
    expect(await store.draft('s', personOf('l10'))).toEqual({});
    expect(await store.survey('s')).toMatchObject({ owner: null, ownerName: '教师' });
    await close('s');
    expect(await store.responses('s')).toHaveLength(6);
    expect(await store.totals('s')).toEqual({
      ...{ invited: PEOPLE.length, begun: 7, submitted: 6, lost: 0 },
    });
  });

  it('knows which are due to close', async () => {
    await publish('s');
    await publish('t', { closesAt: '2026-03-07T00:00:00.000Z' });
    expect(await store.dueToClose(new Date(WHILE_OPEN))).toEqual([]);
    expect(await store.dueToClose(new Date('2026-03-07T00:00:00.000Z'))).toEqual(['t']);
    expect(await store.dueToClose(new Date(CLOSES_AT))).toEqual(['t', 's']);
    await close('t');
    expect(await store.dueToClose(new Date(CLOSES_AT))).toEqual(['s']);
  });

  describe('dialogues', () => {
    const HERE = { channel: 'web', conversation: 'l00', person: 'l00', account: 'session' };
    const THERE = { channel: 'telegram', conversation: '5', person: '5' };
    const pending = { survey: 's', item: 'days' };
    const state = { version: 1, expecting: 'answer', answering: pending, toldOf: 'x' };
    const ask = { kind: 'answer-item', survey: 's', item: 'days', act: { do: 'show' } };
    const menu = { kind: 'menu' };
    const actionsOf = (id: string, ...deeds: unknown[]) => ({ id, deeds, expiresAt: EVER });
    const deedsOf = async (speaker: Speaker, set: string) =>
      Promise.all(
        [0, 1].map((at) => records.conversations.deed(speaker, set, at, new Date(WHILE_OPEN))),
      );

    beforeEach(async () => {
      await publish('s');
      // Whoever signs in by a code uses up their other codes.
      for (const [channel, key] of [
        ['web', 'session'],
        ['telegram', '5'],
      ] as const) {
        await signIn(records.people, [{ person: 'l00', channel, key }], new Date(AT));
      }
      await fillIn('s', personOf('l00'), 1);
    });

    it('of one who has submitted name the survey no more, on any of their devices', async () => {
      for (const speaker of [HERE, THERE]) {
        const actions = actionsOf(`of-${speaker.channel}`, menu, ask);
        await records.conversations.keep(kept({ speaker, state, actions }));
        expect(await deedsOf(speaker, actions.id)).toEqual([menu, ask]);
      }
      const other = { channel: 'web', conversation: 'l01', person: 'l01' };
      await records.conversations.keep(
        kept({ speaker: other, state, actions: actionsOf('other', ask) }),
      );
      const submitting = {
        kind: 'submit-answers',
        survey: 's',
        respondent: personOf('l00'),
      } as const;
      await records.conversations.keep(
        kept({
          ...{ speaker: HERE, state, actions: actionsOf('thanks', menu, ask) },
          changes: [{ of: 'questionnaire', change: { ...submitting, at: WHILE_OPEN } }],
        }),
      );
      for (const set of ['of-web', 'thanks'])
        expect(await deedsOf(HERE, set)).toEqual([menu, null]);
      expect(await deedsOf(THERE, 'of-telegram')).toEqual([menu, null]);
      for (const speaker of [HERE, THERE]) {
        // What is written yet for a question that was open is not taken for one of its own.
        expect(await records.conversations.state(speaker)).toMatchObject({
          ...{ version: 1, expecting: 'answer', answering: null, toldOf: 'x' },
        });
      }
      expect(await deedsOf(other, 'other')).toEqual([ask, null]);
      expect(await records.conversations.state(other)).toMatchObject({ answering: pending });
      await close('s');
      expect(await deedsOf(other, 'other')).toEqual([null, null]);
      expect(await records.conversations.state(other)).toMatchObject({ answering: null });
    });

    it('of a message that was answered meanwhile bring nothing back', async () => {
      await submit('s', personOf('l00'));
      await records.conversations.keep(
        kept({ speaker: THERE, state, actions: actionsOf('late', menu, ask) }),
      );
      expect(await deedsOf(THERE, 'late')).toEqual([menu, null]);
      expect(await records.conversations.state(THERE)).toMatchObject({ answering: null });
    });

    it('of a stranger are wiped as well', async () => {
      await publish('open', { code: 'abcdefghjk', audience: [] }, []);
      const speaker = { channel: 'telegram', conversation: '77', person: '77' };
      await fillIn('open', STRANGER, 1);
      const actions = actionsOf('stranger', menu, { ...ask, survey: 'open' });
      await records.conversations.keep(kept({ speaker, actions }));
      await submit('open', STRANGER);
      expect(await deedsOf(speaker, 'stranger')).toEqual([menu, null]);
      await records.conversations.keep(kept({ speaker, actions: { ...actions, id: 'late' } }));
      expect(await deedsOf(speaker, 'late')).toEqual([menu, null]);
    });
  });
}
