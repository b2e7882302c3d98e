import type { Deed, DeedOf } from '../../deeds/deed.ts';
import type { ledgerDeeds } from '../../deeds/ledger.ts';
import type { PersonalOccasion, SoonReplied } from '../../feature.ts';
import { signed } from '../materials/signed.ts';
import { answerTopic, dropQuote } from './answer-page.ts';
import * as sentence from './answer-sentence.ts';
import { approveAnswer, reviewAnswer } from './approve-answer.ts';
import * as assigning from './assign-topic.ts';
import * as quotes from './choose-quotes.ts';
import { listLedger } from './list-ledger.ts';
import * as merging from './merge-topics.ts';
import { askReturnReason } from './return-answer.ts';
import { askAsideReason, putBack, setAside } from './set-aside.ts';
import { previewAnswer, submitAnswer } from './submit-answer.ts';
import { moreOfTopic, openTopic } from './topic-page.ts';
import { askWithdrawReason, withdrawAnswer } from './withdraw-answer.ts';
import { confirmSplitting, listWordings, splitWording } from './wordings.ts';

type Kind = (typeof ledgerDeeds)[number]['shape']['kind']['value'] & Deed['kind'];

/** What takes the deeds of those who assign, answer and approve 待答问题. */
export const ledgerTasks: {
  readonly [One in Kind]: (deed: DeedOf<One>, on: PersonalOccasion) => SoonReplied;
} = {
  'list-ledger': listLedger,
  'open-topic': openTopic,
  'list-wordings': listWordings,
  'more-of-topic': moreOfTopic,
  'ask-assign-topic': assigning.askAssignee,
  'assign-topic': signed(assigning.assignTopic),
  'take-topic': signed(assigning.takeTopic),
  'ask-leave-topic': assigning.askLeavingReason,
  'leave-topic': signed(assigning.leaveTopic),
  'take-answer-back': signed(assigning.takeAnswerBack),
  'answer-topic': signed(answerTopic),
  'search-for-topic': quotes.searchForTopic,
  'open-quotable': quotes.openQuotable,
  'quote-chosen': quotes.quoteChosen,
  'quote-text': quotes.quoteFound,
  'drop-topic-quote': dropQuote,
  'ask-answer-sentence': sentence.askSentence,
  'use-proposed-sentence': sentence.useProposed,
  'ask-answer-kind': sentence.askKind,
  'set-answer-kind': sentence.setKind,
  'preview-topic-answer': previewAnswer,
  'submit-topic-answer': signed(submitAnswer),
  'review-topic-answer': signed(reviewAnswer),
  'approve-topic-answer': signed(approveAnswer),
  'ask-return-topic-answer': signed(askReturnReason),
  'ask-set-topic-aside': signed(askAsideReason),
  'set-topic-aside': signed(({ reason, ...seen }, on) => setAside(seen, reason, on)),
  'put-topic-back': signed(putBack),
  'ask-withdraw-topic-answer': signed(askWithdrawReason),
  'withdraw-topic-answer': signed(withdrawAnswer),
  'ask-split-wording': confirmSplitting,
  'split-wording': signed(splitWording),
  'ask-merge-topic': merging.askMergeInto,
  'ask-merge-topics': merging.confirmMerging,
  'merge-topics': signed(merging.mergeTopics),
};
