import { choicesWanted, readBallot } from '../../../seminar/session/read-ballot.ts';
import type { Contribution, SeminarSession } from '../../../seminar/session/session.ts';
import { POINTS } from '../../../seminar/session/session.ts';
import { standing } from '../../../seminar/session/standing.ts';
import { choices, decision, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import type { DraftBlock } from '../../reply.ts';
import { BALLOT } from '../../store.ts';
import { asParticipant, inSession } from './access.ts';
import { ORDINALS, pickButtons } from './ballot-buttons.ts';
import { ballotBlocks, seatBlocks, seatButtons } from './seat.ts';
import { called, nameOf, votableLine } from './words.ts';

const VOTED_ALREADY = '您在本轮已经投过票，以第一次的为准。';

/** Stands in the history for the numbers that were sent. */
const SAID = '选票';

/**
 * Numbers that were sent: shown with their words, and counted once they are confirmed. In the history
 * they stand nowhere, not even those that come too late.
 */
export async function ballotText(
  text: string,
  session: SeminarSession,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return { ...(await readNumbers(text, session, on)), said: SAID };
}

async function readNumbers(
  text: string,
  session: SeminarSession,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  if (await on.seminars.hasVoted(session.id, session.round, on.person.id)) {
    return voted(session, on);
  }
  const contributions = await on.seminars.contributions(session.id, session.round);
  const read = readBallot(text, contributions);
  return makingOut(
    session,
    on,
    read.ok
      ? confirming(session, contributions, read.choices)
      : [lead(read.problem), seatButtons(session)],
  );
}

/** On the way to a ballot: wiped once it is counted. */
function makingOut(
  session: SeminarSession,
  on: PersonalOccasion,
  blocks: readonly DraftBlock[],
): FeatureReply {
  return { ...inSession(session, on, { blocks }), outcome: BALLOT };
}

/** One choice after the other; what was chosen so far stands in the button. */
export async function pick(
  { session: id, round, picks }: DeedOf<'pick'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return asParticipant(id, on, async (session) => {
    const problem = await problemOf(session, round, picks, on);
    if (problem !== null) return problem;
    const contributions = await on.seminars.contributions(id, round);
    if (picks.length >= choicesWanted(contributions)) {
      return makingOut(session, on, confirming(session, contributions, picks));
    }
    const list = standing(contributions);
    const left = list.filter(({ contribution }) => !picks.includes(contribution.id));
    return makingOut(session, on, [
      lead(
        `已选：${pickedLines(contributions, picks).join('；')}。接着请点${ORDINALS[picks.length]}选择（${POINTS[picks.length]} 分）。`,
      ),
      plain(left.map(votableLine).join('\n')),
      ...pickButtons(session, list, picks),
      choices('选票', ['重新选', { kind: 'open-seat', session: id }]),
    ]);
  });
}

function confirming(
  { id: session, round }: SeminarSession,
  contributions: readonly Contribution[],
  picks: readonly string[],
): DraftBlock[] {
  return [
    lead('请确认选票'),
    plain(pickedLines(contributions, picks).join('\n')),
    remark('确认以后计入，只能投一次，不能更改。'),
    decision(
      '选票',
      ['确认投票', { kind: 'cast-vote', session, round, picks: [...picks] }],
      ['重新选', { kind: 'open-seat', session }],
    ),
  ];
}

/** 3 分：第 3 条“…” */
function pickedLines(contributions: readonly Contribution[], picks: readonly string[]): string[] {
  return picks.flatMap((id, place) => {
    const found = contributions.find((one) => one.id === id);
    return found === undefined ? [] : [`${POINTS[place]} 分：${called(found)}`];
  });
}

/** Counts a ballot that was confirmed. */
export async function castVote(
  { session: id, round, picks }: DeedOf<'cast-vote'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return asParticipant(id, on, async (session) => {
    const problem = await problemOf(session, round, picks, on);
    if (problem !== null) return problem;
    const contributions = await on.seminars.contributions(id, round);
    if (picks.length !== choicesWanted(contributions)) {
      return instead(session, '清单有变动，这张选票没有计入。请重新选择。', on);
    }
    const vote = { kind: 'vote', session: id, person: on.person.id, round } as const;
    return inSession(session, on, {
      changes: [{ of: 'seminar', change: { ...vote, choices: picks } }],
      blocks: [
        lead('已投票，计入一次。'),
        remark('投给了谁没有留下记录。公布结果以后请再看。'),
        seatButtons(session),
      ],
    });
  });
}

/** Null where the choices can be voted for now. */
async function problemOf(
  session: SeminarSession,
  round: SeminarSession['round'],
  picks: readonly string[],
  on: PersonalOccasion,
): Promise<FeatureReply | null> {
  if (session.round !== round || session.phase !== 'vote') {
    const isBefore = session.round === round && session.phase !== 'result';
    const why = isBefore ? '还没有开始投票' : '投票已经结束';
    return inSession(session, on, {
      blocks: [
        lead(`${nameOf(round)}的${why}，选票没有计入。`),
        ...(await seatBlocks(session, on)),
      ],
    });
  }
  if (await on.seminars.hasVoted(session.id, round, on.person.id)) return voted(session, on);
  const contributions = await on.seminars.contributions(session.id, round);
  const chosen = picks.map((id) => contributions.find((one) => one.id === id));
  const merged = chosen.find((one) => one !== undefined && one.mergedInto !== null);
  if (merged !== undefined) {
    const into = contributions.find(({ id }) => id === merged.mergedInto)?.number;
    const told = `第 ${merged.number} 条已归并到第 ${into} 条，选票没有计入。请重新选择。`;
    return instead(session, told, on);
  }
  return chosen.includes(undefined)
    ? instead(session, '所选的有一条已不在清单上，选票没有计入。请重新选择。', on)
    : null;
}

async function instead(
  session: SeminarSession,
  told: string,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  const blocks = [lead(told), ...(await ballotBlocks(session, on)), seatButtons(session)];
  return makingOut(session, on, blocks);
}

function voted(session: SeminarSession, on: PersonalOccasion): FeatureReply {
  return inSession(session, on, { blocks: [lead(VOTED_ALREADY), seatButtons(session)] });
}
