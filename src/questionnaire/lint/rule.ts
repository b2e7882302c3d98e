import type { Questionnaire } from '../questionnaire.ts';
import type { Asked } from './asked.ts';
import type { Finding } from './finding.ts';

/** What is wrong with one item. */
export interface Fault {
  readonly message: string;
  readonly mend: string;
}

/** A rule that an item keeps by itself, whatever stands around it. */
export interface ItemRule {
  /** As people read it, such as 一题两问. */
  readonly name: string;
  /** Pure; never throws. Empty where the item keeps the rule. */
  readonly check: (asked: Asked, questionnaire: Questionnaire) => readonly Fault[];
}

/** A rule between items, or of all of them together. */
export interface WholeRule {
  readonly name: string;
  readonly check: (questionnaire: Questionnaire) => readonly Omit<Finding, 'rule'>[];
}
