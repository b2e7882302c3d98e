import { dateIn } from '../../../clock.ts';
import { nameOf } from '../../../people/person.ts';
import type { KitLine } from '../../../seminar/store.ts';
import { type Button, choices, heading, lead, plain } from '../../blocks.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { shortened } from '../../shortened.ts';

const PAGE = 8;

/** One's own kits and those that others share, the latest change first. */
export async function listKits(from: number, on: PersonalOccasion): Promise<FeatureReply> {
  const all = await on.seminars.kits(on.person.id);
  const make: Button = ['新做一份', { kind: 'order-kit' }];
  if (all.length === 0) {
    return {
      placement: 'turn',
      blocks: [lead('还没有研讨方案。'), choices('研讨方案', make)],
    };
  }
  const shown = all.slice(from, from + PAGE);
  const lines = await Promise.all(shown.map((line, at) => lineOf(line, from + at + 1, on)));
  const more: Button[] =
    all.length > from + PAGE ? [['下一页', { kind: 'list-kits', from: from + PAGE }]] : [];
  return {
    placement: 'turn',
    blocks: [
      heading(`我的研讨方案（共 ${all.length} 份）`),
      plain(lines.join('\n')),
      choices(
        '研讨方案',
        ...shown.map(
          ({ id, topic }, at): Button => [
            `${from + at + 1}. ${shortened(topic)}`,
            { kind: 'open-kit', kit: id },
          ],
        ),
        ...more,
        make,
        ['我主持的研讨', { kind: 'list-sessions' }],
      ),
    ],
  };
}

async function lineOf(
  { topic, classId, owner, version, changedAt }: KitLine,
  number: number,
  on: PersonalOccasion,
): Promise<string> {
  const found = classId === null ? null : await on.people.class(classId);
  const sharer = owner === on.person.id ? null : await on.people.person(owner);
  const told = [
    ...(found === null ? [] : [found.name]),
    `第 ${version} 版`,
    dateIn(on.zone, new Date(changedAt)),
    ...(owner === on.person.id ? [] : [`${sharer === null ? '他人' : nameOf(sharer)}共享`]),
  ];
  return `${number}. ${topic}（${told.join('，')}）`;
}
