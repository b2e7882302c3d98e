import { choices, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import { type FeatureReply, type Occasion, say } from '../../feature.ts';
import { anonymityNotice } from './notice.ts';
import { introduction } from './open-survey.ts';
import { openPreview } from './sheet.ts';

/** What respondents will see first, over the questionnaire as it is now. */
export async function previewQuestionnaire(
  { questionnaire }: DeedOf<'preview-questionnaire'>,
  on: Occasion,
): Promise<FeatureReply> {
  const opened = await openPreview(questionnaire, on);
  if (!opened.ok) return say(opened.problem);
  const { content } = opened.sheet;
  return {
    placement: 'turn',
    // Each preview begins anew.
    state: { ...on.state, answering: null },
    blocks: [
      remark('以下是预览，与填写人看到的一样，不保存任何答案。'),
      ...introduction({ ...content, title: `【预览】${content.title}` }, '截止时间在发布时确定。'),
      ...(content.items.length === 0 ? [plain('这份问卷还没有题目。')] : []),
      remark(await anonymityNotice({ code: null }, on)),
      choices(
        '预览',
        ...(content.items.length === 0
          ? []
          : ([['开始预览', { kind: 'fill-in-preview', questionnaire }]] as const)),
        ['返回问卷', { kind: 'open-questionnaire', questionnaire }],
      ),
    ],
  };
}
