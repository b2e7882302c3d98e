import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Conversation } from './conversation/conversation.ts';
import { makeId } from './conversation/ids.ts';
import { createBell } from './delivery/post/bell.ts';
import { seedDemo } from './demo/seed-demo.ts';
import type { ModelLog } from './model/log.ts';
import { draftQuestionnaire } from './questionnaire/drafting/draft-questionnaire.ts';
import { type ServeSurveysParts, serveSurveys } from './questionnaire/serve-surveys.ts';
import type { PlanningParts } from './reminder/planning/parts.ts';
import { serveReminders } from './reminder/planning/serve-reminders.ts';
import type { CorpusIndex } from './retrieval/index/open.ts';
import { openRecords, type Records } from './storage/records.ts';

/** A dialogue with made-up people, and what goes on behind it. */
export interface WiredDemo {
  readonly talk: Conversation;
  close(): Promise<void>;
}

export interface DemoParts {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: ModelLog;
  index(): Promise<CorpusIndex>;
  talkOn(records: Records): Promise<Conversation>;
  planningOn(records: Records): Promise<PlanningParts>;
  surveysOn(records: Records): Pick<ServeSurveysParts, 'questionnaires' | 'leases' | 'clock'>;
}

/** Opens the demonstration on records of its own, which begin anew. */
export async function wireDemo(parts: DemoParts): Promise<WiredDemo> {
  const { config, clock, log } = parts;
  const folder = join(config.dataFolder, 'demo');
  await rm(folder, { recursive: true, force: true });
  const opened = await openRecords(folder);
  await seedDemo(opened, {
    ...factsFrom(await parts.index()),
    zone: config.zone,
    now: clock.now(),
  });
  const services = [
    serveReminders({
      ...(await parts.planningOn(opened)),
      ...{ leases: opened.leases, holder: makeId(), bell: createBell(), log },
    }),
    serveSurveys({ ...parts.surveysOn(opened), holder: makeId(), log }),
  ];
  return {
    talk: await parts.talkOn(opened),
    close: async () => {
      for (const service of services) await service.close();
      await opened.close();
    },
  };
}

function factsFrom(index: CorpusIndex) {
  const order = { purpose: '编制下一年度培训计划', period: '', topics: [] } as const;
  const needs = { ...order, kind: 'needs', audience: '县处级领导干部' } as const;
  const topics = ['师资队伍建设', '课程教材建设', '改进方式方法'];
  const evaluation = {
    ...{ ...order, kind: 'evaluation' as const, topics },
    ...{ audience: '干部教育培训专题班学员', purpose: '改进教学和管理' },
  };
  return {
    material: index.store.materials().find(({ openness }) => openness === '公开')?.id ?? '',
    surveys: {
      needs: draftQuestionnaire(needs, index),
      evaluation: draftQuestionnaire(evaluation, index),
    },
  };
}
