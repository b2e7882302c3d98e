import type { Transaction } from 'kysely';
import { UserFacingError } from '../../errors.ts';
import { portionsOf } from '../portions.ts';
import type { Tables } from '../schema.ts';
import type { QuestionnaireChangeOf } from './change-of.ts';
import { sealPool } from './pool.ts';
import { KEY_FILE, type SurveyKeys } from './survey-keys.ts';

const CODE_IN_USE = '问卷码刚被别的问卷用上，没有发布。请再点一次。';
const KEY_MISSING = `还有别的问卷正在填写，而这台服务器没有它们的密钥文件，没有发布。请联系管理员：把原来数据文件夹中的 ${KEY_FILE} 复制到本机的数据文件夹；确实找不到的，先结束那些问卷。`;

/** The rows of those who are invited stand in the order of their ids, whatever becomes of them. */
export async function publishSurvey(
  all: Transaction<Tables>,
  { survey, invited }: QuestionnaireChangeOf<'publish-survey'>,
  keys: SurveyKeys,
): Promise<void> {
  const key = (await keys.held()) ?? (await firstKey(all, keys));
  const people = [...new Set(invited)].toSorted();
  const { id, questionnaire, version, code, owner } = survey;
  const published = await all
    .insertInto('survey')
    .values({
      ...{ id, questionnaire, version, code, owner, key_id: key.id },
      ...{ owner_name: survey.ownerName, audience: JSON.stringify(survey.audience) },
      ...{ opens_at: survey.opensAt, closes_at: survey.closesAt, closed_at: survey.closedAt },
      published_at: survey.publishedAt,
      invited: survey.audience.length === 0 && people.length === 0 ? null : people.length,
      ...{ begun: 0, submitted: 0, lost: 0, content: JSON.stringify(survey.content) },
    })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (published === undefined) throw new UserFacingError(CODE_IN_USE);
  for (const portion of portionsOf(people)) {
    const rows = portion.map((respondent) => ({ survey: id, respondent, is_done: 0 }));
    await all.insertInto('survey_participant').values(rows).execute();
  }
  const content = sealPool(key, id, []);
  await all.insertInto('survey_pool').values({ survey: id, content }).execute();
}

/** A second key beside that of others would keep both from answering. */
async function firstKey(all: Transaction<Tables>, keys: SurveyKeys) {
  const open = await all
    .selectFrom('survey')
    .where('closed_at', 'is', null)
    .select('id')
    .limit(1)
    .execute();
  if (open.length > 0) throw new UserFacingError(KEY_MISSING);
  return keys.made();
}
