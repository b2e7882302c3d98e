import { describe, expect, it } from 'vitest';
import type { AudiencePart } from '../../../src/people/audience/audience.ts';
import { audienceInWords } from '../../../src/people/audience/audience-in-words.ts';
import { endedClasses, peopleIn } from '../../../src/people/audience/people-in.ts';
import { readAudience } from '../../../src/people/audience/read-audience.ts';
import type { Membership, Person, TrainingClass } from '../../../src/people/person.ts';

const TODAY = '2026-11-25';
const AUTUMN = { id: 'c1', name: '秋季班', startsOn: '2026-11-01', endsOn: '2026-11-25' };
const ENDED = { id: 'c2', name: '春季班', startsOn: '2026-03-01', endsOn: '2026-11-24' };
const NEXT = { id: 'c3', name: '冬季班', startsOn: '2026-12-01', endsOn: '2026-12-20' };
const CLASSES: readonly TrainingClass[] = [AUTUMN, ENDED, NEXT];

const ALL: AudiencePart = { classId: null, unit: null, role: null };

function person(id: string, role: Person['role'], unit: string, parts: string[] = []): Person {
  const memberships = parts.map((part): Membership => {
    const [classId = '', as = 'learner'] = part.split(':');
    return { classId, part: as as Membership['part'] };
  });
  return {
    ...{ id, name: id, unit, role, memberships },
    ...{ consentedAt: null, createdAt: '2026-01-01T00:00:00.000Z' },
  };
}

const PEOPLE: readonly Person[] = [
  person('王', 'learner', '县委办', ['c1', 'c2']),
  person('李', 'learner', '财政局', ['c1']),
  person('张', 'trainer', '党校', ['c1:trainer', 'c3']),
  person('赵', 'trainer', '县委办', ['c2:trainer']),
  person('钱', 'admin', '县委办', ['c1']),
  person('孙', 'operator', '党校'),
];

function names(audience: readonly AudiencePart[], withEnded = true): string[] {
  return peopleIn(audience, PEOPLE, CLASSES, TODAY, { withEnded }).map((one) => one.person.id);
}

describe('the people of an audience', () => {
  it.each<[string, AudiencePart[], string[]]>([
    ['a class are its learners, whatever role they have', [part('c1')], ['王', '李', '钱']],
    ['a class as trainers', [part('c1', null, 'trainer')], ['张']],
    ['a class as learners', [part('c3', null, 'learner')], ['张']],
    ['a class as administrators', [part('c1', null, 'admin')], ['钱']],
    ['a class and a unit', [part('c1', '县委办')], ['王', '钱']],
    ['a unit', [part(null, '县委办')], ['王', '赵', '钱']],
    ['a unit, word for word', [part(null, '县委')], []],
    ['a role', [part(null, null, 'trainer')], ['张', '赵']],
    ['a unit and a role', [part(null, '党校', 'operator')], ['孙']],
    ['everyone', [ALL], ['王', '李', '张', '赵', '钱', '孙']],
    [
      'two parts, once each, in the order of people',
      [part(null, '县委办'), part('c1')],
      ['王', '李', '赵', '钱'],
    ],
    ['a class that is gone', [part('gone')], []],
  ])('are those of %s', (_, audience, wanted) => {
    expect(names(audience)).toEqual(wanted);
  });

  it('leave out a class after its last day where that is asked for, and keep those of other parts', () => {
    expect(names([part('c2')], false)).toEqual([]);
    expect(names([part('c2')])).toEqual(['王']);
    expect(names([part('c1')], false)).toEqual(['王', '李', '钱']);
    expect(names([part('c2'), part('c1')], false)).toEqual(['王', '李', '钱']);
  });

  it('have the first class of the audience by which they are in it', () => {
    const of = (audience: AudiencePart[], withEnded: boolean) =>
      peopleIn(audience, PEOPLE, CLASSES, TODAY, { withEnded })
        .filter((one) => one.person.id === '王')
        .map(({ trainingClass }) => trainingClass);
    expect(of([part('c2'), part('c1')], true)).toEqual([ENDED]);
    expect(of([part('c2'), part('c1')], false)).toEqual([AUTUMN]);
    expect(of([part(null, '县委办'), part('c1')], true)).toEqual([AUTUMN]);
    expect(of([part(null, '县委办')], true)).toEqual([null]);
  });

  it('may be of classes that have ended, which is told', () => {
    expect(endedClasses([part('c1'), part('c2'), ALL], CLASSES, TODAY)).toEqual([ENDED]);
    expect(endedClasses([part('c3')], CLASSES, TODAY)).toEqual([]);
  });
});

describe('an audience in words', () => {
  it.each<[AudiencePart[], string]>([
    [[part('c1')], '“秋季班”的学员'],
    [[part('c1', null, 'trainer')], '“秋季班”的教师'],
    [[part('c1', '县委办')], '“秋季班”中县委办的学员'],
    [[part(null, '县委办')], '县委办的人员'],
    [[part(null, '县委办', 'admin')], '县委办的管理员'],
    [[part(null, null, 'learner')], '全体学员'],
    [[ALL], '全体人员'],
    [[part('gone')], '已经删除的班次的学员'],
    [[part('c1'), part(null, null, 'trainer')], '“秋季班”的学员，以及全体教师'],
  ])('%#', (audience, words) => {
    expect(audienceInWords(audience, CLASSES)).toBe(words);
  });
});

const FILTERS = [{ id: 'f1', name: '骨干', audience: [part('c1'), part(null, '党校')] }];

describe('an audience that is written', () => {
  it.each<[string, AudiencePart[]]>([
    ['class:c1', [part('c1')]],
    ['class：秋季班', [part('c1')]],
    ['班次:c1', [part('c1')]],
    ['unit:县委办', [part(null, '县委办')]],
    ['role:trainer', [part(null, null, 'trainer')]],
    ['ROLE:Trainer', [part(null, null, 'trainer')]],
    ['角色：教师', [part(null, null, 'trainer')]],
    ['class:c1, unit:党校', [part('c1'), part(null, '党校')]],
    ['class:c1，class:c1', [part('c1')]],
    ['class:c1+role:trainer', [part('c1', null, 'trainer')]],
    ['class:c1 ＋ unit:县委办 + role:学员', [part('c1', '县委办', 'learner')]],
    ['filter:骨干', [part('c1'), part(null, '党校')]],
    ['filter:骨干+role:教师', [part('c1', null, 'trainer'), part(null, '党校', 'trainer')]],
    ['filter:骨干+class:c3', [part('c3', '党校')]],
  ])('%s', (text, audience) => {
    expect(readAudience(text, CLASSES, FILTERS)).toEqual({ ok: true, audience });
  });

  it.each([
    ['', /没有写接收人/u],
    ['，', /没有写接收人/u],
    ['秋季班', /没有看懂接收人“秋季班”.*class:班次编号/u],
    ['class:', /没有看懂接收人“class:”/u],
    ['group:c1', /没有看懂/u],
    ['class:c9', /没有编号为“c9”的班次。现有班次：c1（秋季班）、c2（春季班）、c3（冬季班）/u],
    ['role:boss', /没有“boss”这个角色。可以写：learner（学员）、trainer（教师）/u],
    ['filter:骨', /没有名为“骨”的名单。现有名单：骨干/u],
    ['class:c1+class:c3', /不会有人同时满足.*逗号/u],
    ['role:学员+role:教师', /不会有人同时满足/u],
    ['unit:县委办+unit:党校', /不会有人同时满足/u],
  ])('“%s” is told what to do', (text, problem) => {
    expect(readAudience(text, CLASSES, FILTERS)).toEqual({
      ...{ ok: false, problem: expect.stringMatching(problem) },
    });
  });

  it('names a class by its number where two are called alike', () => {
    const alike = [AUTUMN, { ...NEXT, name: '秋季班' }];
    expect(readAudience('class:秋季班', alike, [])).toEqual({
      ...{ ok: false, problem: '有 2 个班次叫“秋季班”，请写班次编号。' },
    });
    expect(readAudience('class:c3', alike, [])).toEqual({ ok: true, audience: [part('c3')] });
  });
});

function part(
  classId: string | null,
  unit: string | null = null,
  role: AudiencePart['role'] = null,
): AudiencePart {
  return { classId, unit, role };
}
