import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../../src/app.ts';
import { digest, newSecret } from '../../../src/channels/web/speaker.ts';
import type { PeopleChange } from '../../../src/people/store.ts';
import type { Answers } from '../../../src/questionnaire/answers.ts';
import type { SurveyTotals } from '../../../src/questionnaire/survey.ts';
import { type BotApi, startBotApi } from '../bot-api/start-bot-api.ts';
import { freePort } from '../free-port.ts';
import { SHIPPED_CORPUS } from '../plan-index.ts';
import { type RunningService, startService } from '../service/start-service.ts';
import { signIn } from '../sign-in.ts';
import { publishSurvey, SURVEY, SURVEY_CODE } from '../survey-house.ts';
import { testConfig } from '../test-config.ts';
import { type ChatWatch, watchChats } from './chat-watch.ts';
import { respondInChat } from './in-chat.ts';
import { type Means, meansOf } from './means.ts';
import { type PageRespondent, respondOnPage } from './on-page.ts';
import type { Progress } from './progress.ts';

const DAY_MS = 86_400_000;
const FIRST_CHAT = 1001;
const TRAINER = 'trainer';

export interface SurveyInService {
  readonly api: BotApi;
  readonly dataFolder: string;
  readonly means: readonly Means[];
  /** Cookie of the trainer who published it. */
  readonly trainer: string;
  readonly url: string;
  /** The service as it ships, with its bot, on the same port each time. */
  start(): Promise<RunningService>;
  /** People with even numbers answer in Telegram, the others on the page. */
  respondent(number: number, progress: Progress): PageRespondent;
  /** What the records hold while nothing runs. */
  kept(): Promise<{ readonly totals: SurveyTotals; readonly responses: readonly Answers[] }>;
  close(): Promise<void>;
}

/**
 * A survey that is open by its link, and was sent to three of four people; the fourth comes by the
 * link and is nobody in the records.
 */
export async function openSurveyInService(people: number): Promise<SurveyInService> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'survey-service-'));
  const api = await startBotApi();
  const watch = watchChats(api);
  const port = await freePort();
  const secrets = Array.from({ length: people }, newSecret);
  const trainer = newSecret();
  await publish(dataFolder, secrets, trainer);
  const means = secrets.map((_, number) => meansOf(number));
  const url = `http://127.0.0.1:${port}/`;
  return {
    ...{ api, dataFolder, means, url, trainer: `ganxun_session=${trainer}` },
    start: () =>
      startService({
        ...{ GANXUN_CORPUS: SHIPPED_CORPUS, GANXUN_DATA: dataFolder, GANXUN_PORT: String(port) },
        ...{ GANXUN_LOG: 'debug', TELEGRAM_ACCESS: 'everyone' },
        ...{ TELEGRAM_BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.url },
      }),
    respondent: (number, progress) =>
      respondentOf(number, { api, watch, url, means, secrets }, progress),
    kept: async () => {
      const app = createApp(testConfig(SHIPPED_CORPUS, dataFolder));
      const { questionnaires } = await app.records();
      const totals = await questionnaires.totals(SURVEY);
      const responses = await questionnaires.responses(SURVEY);
      await app.close();
      return { totals, responses };
    },
    close: async () => {
      watch.end();
      await api.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

export function isStranger(number: number): boolean {
  return number % 8 >= 6;
}

function isInChat(number: number): boolean {
  return number % 2 === 0;
}

function respondentOf(
  number: number,
  parts: {
    readonly api: BotApi;
    readonly watch: ChatWatch;
    readonly url: string;
    readonly means: readonly Means[];
    readonly secrets: readonly string[];
  },
  progress: Progress,
): PageRespondent {
  const means = parts.means[number] as Means;
  const code = SURVEY_CODE;
  if (isInChat(number)) {
    return respondInChat({ ...parts, chat: FIRST_CHAT + number, code, means }, progress);
  }
  const name = isStranger(number) ? 'ganxun_visitor' : 'ganxun_session';
  const cookie = `${name}=${parts.secrets[number]}`;
  return respondOnPage({ url: parts.url, cookie, code, means }, progress);
}

async function publish(
  dataFolder: string,
  secrets: readonly string[],
  trainer: string,
): Promise<void> {
  const app = createApp(testConfig(SHIPPED_CORPUS, dataFolder));
  await app.index();
  const records = await app.records();
  const now = app.clock.now();
  const at = now.toISOString();
  const numbers = secrets.flatMap((_, number) => (isStranger(number) ? [] : [number]));
  const idOf = (number: number) => `p${number}`;
  const made = (id: string, role: 'learner' | 'trainer'): PeopleChange[] => [
    { kind: 'add-person', person: { id, name: id, unit: '', role }, at },
    { kind: 'consent', person: id, at },
  ];
  await records.people.change([
    ...made(TRAINER, 'trainer'),
    ...numbers.flatMap((number) => made(idOf(number), 'learner')),
  ]);
  await signIn(
    records.people,
    [
      { channel: 'web', key: digest(trainer), person: TRAINER },
      ...numbers.map((number) => {
        const person = idOf(number);
        return isInChat(number)
          ? { channel: 'telegram', key: String(FIRST_CHAT + number), person }
          : { channel: 'web', key: digest(secrets[number] as string), person };
      }),
    ],
    now,
  );
  await publishSurvey(records, numbers.map(idOf), {
    ...{ code: SURVEY_CODE, owner: TRAINER, publishedAt: at },
    opensAt: new Date(now.getTime() - DAY_MS).toISOString(),
    closesAt: new Date(now.getTime() + DAY_MS).toISOString(),
  });
  await app.close();
}
