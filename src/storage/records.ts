import { join } from 'node:path';
import type { InboxStore } from '../channels/telegram/store.ts';
import type { LearningStore } from '../checkin/store.ts';
import type { ConversationStore } from '../conversation/store.ts';
import { prepareDataFolder } from '../data-folder.ts';
import type { Outbox } from '../delivery/outbox.ts';
import type { DeliveryStore } from '../delivery/store.ts';
import type { InsightStore } from '../insight/store.ts';
import type { LeaseStore } from '../lease.ts';
import type { ReleaseStore } from '../materials/gate/store.ts';
import type { LedgerStore } from '../materials/ledger/store.ts';
import type { GivenAnswerStore } from '../materials/recall/store.ts';
import type { ModelUseStore } from '../model/allowance.ts';
import type { PeopleStore } from '../people/store.ts';
import type { DiagnosisStore } from '../questionnaire/diagnosis/sources.ts';
import type { QuestionnaireStore } from '../questionnaire/store.ts';
import type { ReminderStore } from '../reminder/store.ts';
import type { SeminarStore } from '../seminar/store.ts';
import type { SuggestionStore } from '../suggestion/store.ts';
import { restoreBackup } from './backup/restore-backup.ts';
import { type BackupSummary, writeBackup } from './backup/write-backup.ts';
import { createConversationStore } from './conversation-store.ts';
import { createDeliveryStore } from './delivery-store.ts';
import { explained } from './explain-failure.ts';
import { type FeedbackReport, reportFeedback } from './feedback-report.ts';
import { createGivenAnswerStore } from './given-answer-store.ts';
import { createInboxStore } from './inbox-store.ts';
import { createInsightStore } from './insight-store.ts';
import { createLearningStore } from './learning-store.ts';
import { createLeaseStore } from './lease-store.ts';
import { createLedgerStore } from './ledger-store.ts';
import { createModelUseStore } from './model-use-store.ts';
import { nameOf, openPostgres } from './open-postgres.ts';
import { openSqlite } from './open-sqlite.ts';
import type { Opened } from './opened.ts';
import { createPeopleStore } from './people-store.ts';
import { readDiagnosis } from './questionnaire/read-diagnosis.ts';
import { reportSurveyKey, type SurveyKeyReport } from './questionnaire/survey-key-report.ts';
import { type SurveyKeys, surveyKeysIn } from './questionnaire/survey-keys.ts';
import { createQuestionnaireStore } from './questionnaire-store.ts';
import { createReleaseStore } from './release-store.ts';
import { createReminderStore } from './reminder-store.ts';
import { postgresScrub, type Scrub, sqliteScrub } from './scrub.ts';
import { sealTexts } from './sealed-texts.ts';
import { createSeminarStore } from './seminar-store.ts';
import { createSuggestionStore } from './suggestion-store.ts';
import { createWriteChanges } from './write-changes.ts';

/** What people said and did, which nothing else can rebuild. */
export interface Records {
  /** Where they are, for the operator: a path, or host and database. */
  readonly place: string;
  readonly conversations: ConversationStore;
  readonly inbox: InboxStore;
  readonly leases: LeaseStore;
  readonly people: PeopleStore;
  readonly learning: LearningStore;
  readonly seminars: SeminarStore;
  readonly deliveries: DeliveryStore & Outbox;
  readonly reminders: ReminderStore;
  readonly questionnaires: QuestionnaireStore;
  readonly diagnosis: DiagnosisStore;
  readonly givenAnswers: GivenAnswerStore;
  readonly insight: InsightStore;
  readonly ledger: LedgerStore;
  readonly releases: ReleaseStore;
  readonly suggestions: SuggestionStore;
  readonly modelUse: ModelUseStore;
  feedback(): Promise<FeedbackReport>;
  surveyKey(): Promise<SurveyKeyReport>;
  /** See {@link writeBackup}. */
  backUp(path: string, now: Date): Promise<BackupSummary>;
  /** See {@link restoreBackup}. */
  restore(path: string, now: Date): Promise<BackupSummary>;
  close(): Promise<void>;
}

/**
 * Opens the records in a data folder or, where an address is given, in PostgreSQL; makes or
 * migrates them first.
 *
 * @throws UserFacingError where they cannot be used: locked, damaged, or of a newer program
 */
export async function openRecords(
  dataFolder: string,
  databaseUrl: string | null = null,
): Promise<Records> {
  await prepareDataFolder(dataFolder);
  const path = join(dataFolder, 'records.sqlite');
  const place = databaseUrl === null ? path : nameOf(databaseUrl);
  const opened = await explained(place, () =>
    databaseUrl === null ? openSqlite(path) : openPostgres(databaseUrl),
  );
  const { database } = opened;
  const scrub = databaseUrl === null ? sqliteScrub(database) : postgresScrub(database);
  return recordsOn(opened, place, scrub, surveyKeysIn(dataFolder));
}

function recordsOn(
  { database, urgent }: Opened,
  place: string,
  scrub: Scrub,
  keys: SurveyKeys,
): Records {
  const write = createWriteChanges(database, scrub);
  return {
    place,
    conversations: createConversationStore(database, write, scrub, keys),
    inbox: createInboxStore(database, sealTexts(keys), scrub),
    // One that is renewed late is lost, and the work under it with it.
    leases: createLeaseStore(urgent),
    people: createPeopleStore(database, scrub),
    learning: createLearningStore(database),
    seminars: createSeminarStore(database, scrub),
    deliveries: createDeliveryStore(database),
    reminders: createReminderStore(database),
    questionnaires: createQuestionnaireStore(database, write, keys),
    diagnosis: readDiagnosis(database),
    givenAnswers: createGivenAnswerStore(database),
    insight: createInsightStore(database),
    ledger: createLedgerStore(database, scrub),
    releases: createReleaseStore(database),
    suggestions: createSuggestionStore(database),
    modelUse: createModelUseStore(database),
    feedback: () => explained(place, () => reportFeedback(database)),
    surveyKey: () => explained(place, () => reportSurveyKey(database, keys)),
    backUp: (to, now) => explained(place, () => writeBackup(database, to, now)),
    restore: (from, now) => explained(place, () => restoreBackup(database, from, now)),
    close: async () => {
      await urgent.destroy();
      await database.destroy();
    },
  };
}
