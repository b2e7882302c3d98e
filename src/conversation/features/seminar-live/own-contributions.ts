import { choices, lead, plain } from '../../blocks.ts';
import type { Deed, DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { asParticipant, inSession } from './access.ts';
import { seatButtons } from './seat.ts';

/** One's own of the round, to be withdrawn while it is collected. */
export async function listOwn(id: string, on: PersonalOccasion): Promise<FeatureReply> {
  return asParticipant(id, on, async (session) => {
    const own = await on.seminars.own(id, session.round, on.person.id);
    if (own.length === 0) {
      return inSession(session, on, {
        blocks: [lead('您在本轮还没有提意见。'), seatButtons(session)],
      });
    }
    const lines = own.map(({ text }, at) => `${at + 1}. ${text}`).join('\n');
    const withdrawing =
      session.phase === 'collect'
        ? own.map(({ id: contribution }, at): readonly [string, Deed] => [
            `撤回 ${at + 1}`,
            { kind: 'withdraw-own', session: id, contribution },
          ])
        : [];
    return inSession(session, on, {
      blocks: [
        lead(`您在本轮提了 ${own.length} 条`),
        plain(lines),
        ...(withdrawing.length === 0 ? [] : [choices('撤回', ...withdrawing)]),
        seatButtons(session),
      ],
    });
  });
}

export async function withdrawOwn(
  { session: id, contribution }: DeedOf<'withdraw-own'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return asParticipant(id, on, async (session) => {
    const own = await on.seminars.own(id, session.round, on.person.id);
    const found = own.find((one) => one.id === contribution);
    const say = (told: string, left: number) => [lead(told), seatButtons(session, left)];
    if (found === undefined) {
      const told = '这一条已经撤回，或者不属于本轮。';
      return inSession(session, on, { blocks: say(told, own.length) });
    }
    if (session.phase !== 'collect') {
      const told = '本轮收集已经结束，不能再撤回。请在讨论时说明。';
      return inSession(session, on, { blocks: say(told, own.length) });
    }
    const change = { session: id, person: on.person.id, id: contribution };
    return inSession(session, on, {
      changes: [{ of: 'seminar', change: { kind: 'withdraw', ...change } }],
      blocks: say(`已撤回“${found.text}”。`, own.length - 1),
    });
  });
}
