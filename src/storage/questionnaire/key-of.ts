import { UserFacingError } from '../../errors.ts';
import type { Sealer } from '../../questionnaire/sealing.ts';
import type { Tables } from '../schema.ts';
import { KEY_FILE, type SurveyKeys } from './survey-keys.ts';

const OTHER_KEY = `这台服务器缺少这份问卷的密钥文件，暂时不能填写，您已填的内容没有丢失。请联系管理员：把发布问卷的服务器上数据文件夹中的 ${KEY_FILE} 复制到本机的数据文件夹，然后重新启动。`;

/** The key with which a survey was published; null where this process has another one, or none. */
export async function keyOf(
  keys: SurveyKeys,
  { key_id }: Pick<Tables['survey'], 'key_id'>,
): Promise<Sealer | null> {
  const held = await keys.held();
  return held?.id === key_id ? held : null;
}

/** @throws UserFacingError where this process has another one, or none */
export async function neededKeyOf(
  keys: SurveyKeys,
  survey: Pick<Tables['survey'], 'key_id'>,
): Promise<Sealer> {
  const key = await keyOf(keys, survey);
  if (key === null) throw new UserFacingError(OTHER_KEY);
  return key;
}
