import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Conversation } from './conversation/conversation.ts';
import type { Tools } from './conversation/feature.ts';
import { showCompanions } from './materials/faq/show-companions.ts';
import { createQuestionMask } from './materials/ledger/mask-question.ts';
import { takingNothing } from './materials/ledger/taking-nothing.ts';
import { showApproved } from './materials/show-approved.ts';
import type { RestDays } from './reminder/calendar/rest-days.ts';
import type { IndexKeeper } from './retrieval/index/keep-index.ts';
import type { Records } from './storage/records.ts';
import { createReceipts } from './suggestion/receipts.ts';
import { wireInsight } from './wire-insight.ts';
import type { WiredModel } from './wire-model.ts';

/** Where codes can be used. */
export type TalkLinks = Pick<Tools, 'links' | 'surveyLinks'>;

/** What a dialogue may change, or only show. */
export type TalkKept = Pick<Tools, 'shelf' | 'companions' | 'heldIndex' | 'ledger'>;

export interface TalkParts extends TalkLinks {
  readonly clock: Clock;
  readonly indexes: Pick<IndexKeeper, 'serving' | 'borrowServing' | 'fresh' | 'trouble'>;
  readonly recall: Tools['recall'];
  restDays(): Promise<RestDays>;
  model(): Promise<WiredModel | null>;
}

/** The dialogue on some records. */
export async function wireTalk(
  config: Config,
  records: Records,
  kept: TalkKept,
  { clock, indexes, restDays, model, recall, links, surveyLinks }: TalkParts,
): Promise<Conversation> {
  const { conversations, people, learning, seminars, deliveries, reminders } = records;
  const { zone, answerDays, oneMayApprove, internalChannels } = config;
  const tools: Tools = {
    ...{ people, learning, seminars, deliveries, reminders, recall, links },
    ...{ questionnaires: records.questionnaires, diagnosis: records.diagnosis, surveyLinks },
    ...{ zone, restDays: await restDays(), answerDays },
    suggestions: records.suggestions,
    receipts: createReceipts(records.suggestions, clock),
    ...{ givenAnswers: records.givenAnswers, releases: records.releases, oneMayApprove },
    maskQuestion: createQuestionMask({ people, clock }),
    hasBot: config.telegram !== null,
    ...{ index: indexes.serving, borrowIndex: indexes.borrowServing, ...kept },
    ...{ freshIndex: indexes.fresh, indexTrouble: indexes.trouble },
    internalChannels,
    model: (await model())?.tools ?? null,
    insight: wireInsight(config, records, kept),
  };
  const { createConversation } = await import('./conversation/create-conversation.ts');
  return createConversation({ store: conversations, tools, clock });
}

/** For made-up people, who change nothing of what answers rest on. */
export function onlyShown(
  { shelf, companions }: Pick<TalkKept, 'shelf' | 'companions'>,
  { ledger }: Pick<Records, 'ledger'>,
): TalkKept {
  return {
    shelf: showApproved(shelf, CHANGES_NOTHING),
    companions: showCompanions(companions, CHANGES_NOTHING),
    // Nor do they let anything through.
    heldIndex: () => null,
    ledger: takingNothing(ledger),
  };
}

const CHANGES_NOTHING =
  '演示中不收文件，也不办理资料，本单位的资料没有改动。请用邀请码登录后办理。';
