import type { Citation } from '../answering/answer.ts';
import type { CorpusIndex } from '../retrieval/index/open.ts';
import { findGrounds, type Grounds } from './grounding/find-grounds.ts';
import { readTopic, type Topic } from './grounding/read-topic.ts';
import { KIT_VERSION, type Kit, type KitQuestion } from './kit.ts';
import type { SeminarOrder } from './order.ts';
import * as advice from './plan/advice.ts';
import { agendaOf } from './plan/agenda.ts';
import { groupingOf, groupsOf, rolesOf } from './plan/groups.ts';
import type { Talk } from './plan/method.ts';
import { METHOD_PLANS } from './plan/methods.ts';
import { chooseQuestions } from './questions/choose-questions.ts';
import type { Field } from './questions/fields/field.ts';
import { fieldOf } from './questions/fields/fields.ts';
import { general } from './questions/fields/general.ts';
import { studyGroup } from './questions/fields/theory.ts';
import { peopleOf, unitOf } from './questions/participants.ts';
import { QuestionWriter } from './questions/question-writer.ts';
import { Slots } from './questions/slots.ts';

/**
 * A whole kit without a model: questions from what policy text says of the topic and from what is
 * known of such work, times and groups computed. The same order over the same corpus gives the same
 * kit. Within 300 ms.
 *
 * @param order within `ORDER_LIMITS`
 */
export function makeKit(index: CorpusIndex, order: SeminarOrder): Kit {
  const topic = readTopic(order.topic);
  const grounds = findGrounds(index, topic);
  const { stages } = METHOD_PLANS[order.method];
  const writer = writerFor(order, topic, grounds);
  const questions = chooseQuestions(stages, order.minutes, writer, grounds);
  return kitWith(order, topic, grounds, questions);
}

/** @param salt another one writes other questions */
export function writerFor(
  order: SeminarOrder,
  topic: Topic,
  { grounds }: Grounds,
  salt = '',
): QuestionWriter {
  const field = fieldFor(order.topic, topic);
  const key = `${order.topic}|${order.audience}|${order.method}|${salt}`;
  const slots = new Slots({
    ...{ field, key, subject: topic.subject, trouble: topic.trouble, nature: topic.nature },
    ...{ unit: unitOf(order.audience), people: peopleOf(order.audience) },
    situation: order.situation,
    facets: grounds.flatMap(({ facets }) => facets),
  });
  return new QuestionWriter(slots, field, key);
}

/** Principles that no field names are matters of study. */
function fieldFor(text: string, { nature }: Topic): Field {
  const field = fieldOf(text);
  return field === general && nature === 'principle' ? studyGroup : field;
}

/** Everything but the questions. */
function kitWith(
  order: SeminarOrder,
  topic: Topic,
  { grounding, grounds }: Grounds,
  questions: readonly KitQuestion[],
): Kit {
  const { talk, ...plan } = planOf(order, topic);
  const basis = basisOf(grounds.map(({ citation }) => citation));
  return {
    version: KIT_VERSION,
    order,
    focus: advice.focusOf(talk),
    grounding,
    groundingNote: advice.groundingNoteOf(grounding, basis.length),
    basis,
    aims: advice.aimsOf(talk, grounding),
    ...plan,
    questions: [...questions],
  };
}

/** What follows from time, number and method alone, without a look at any text. */
export function planOf(order: SeminarOrder, { subject, trouble }: Topic) {
  const method = METHOD_PLANS[order.method];
  const groups = groupsOf(order.people, method);
  const unit = unitOf(order.audience);
  const talk: Talk = { subject, trouble, unit, groups: groups.length };
  return {
    talk,
    groups,
    grouping: groupingOf(groups),
    roles: rolesOf(groups),
    preparation: advice.preparationOf(order, method),
    agenda: agendaOf(method.steps(talk), order.minutes),
    rules: advice.rulesOf(method),
    supplies: advice.suppliesOf(groups, order.people, method),
    reporting: advice.reportingOf(groups),
    outcome: [...advice.OUTCOME],
    risks: [...advice.RISKS],
  };
}

/** Each statement once, in the order of the material. */
function basisOf(citations: readonly Citation[]): Citation[] {
  const once = citations.filter(
    (one, at) =>
      !citations
        .slice(0, at)
        .some((other) => other.material === one.material && other.start === one.start),
  );
  return once.sort(
    (one, other) => one.material.localeCompare(other.material) || one.start - other.start,
  );
}
