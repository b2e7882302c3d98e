import type { ShownButton } from '../../../src/conversation/reply.ts';
import { sendFromPage } from './page-message.ts';
import type { SurveyInService } from './survey-in-service.ts';

const WAY = [/^填写情况 1$/u, /^提前截止$/u, /^确定截止$/u];

/** The trainer closes the survey, from the list of all. */
export async function closeOnPage({ url, trainer }: SurveyInService): Promise<void> {
  let blocks = await sendFromPage(url, trainer, crypto.randomUUID(), { text: '问卷管理' });
  for (const label of WAY) {
    const buttons: readonly ShownButton[] = (blocks ?? []).flatMap((block) =>
      'buttons' in block ? block.buttons : [],
    );
    const next = buttons.find((one) => label.test(one.label));
    if (next === undefined)
      throw new Error(`Expected a button ${label}: ${JSON.stringify(blocks)}`);
    blocks = await sendFromPage(url, trainer, crypto.randomUUID(), { action: next.action });
  }
  if (!JSON.stringify(blocks).includes('已截止')) {
    throw new Error(`Cannot close the survey: ${JSON.stringify(blocks)}`);
  }
}
