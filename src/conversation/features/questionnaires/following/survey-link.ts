import { qrPng } from '../../../../questionnaire/poster/qr-png.ts';
import { surveyPoster } from '../../../../questionnaire/poster/survey-poster.ts';
import type { Survey } from '../../../../questionnaire/survey.ts';
import { dateInWords } from '../../../../reminder/schedule/dates-in-words.ts';
import { choices, lead, plain, remark } from '../../../blocks.ts';
import type { DeedOf } from '../../../deeds/deed.ts';
import { type FeatureReply, type PersonalOccasion, say } from '../../../feature.ts';
import type { DraftBlock } from '../../../reply.ts';
import { fileSafe } from '../../../word-file.ts';
import { withPublished } from '../opened-questionnaire.ts';

export function showSurveyLink(
  { published }: DeedOf<'show-survey-link'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withPublished(published, on, async (survey) => {
    if (survey.code === null) return say('这份问卷发给指定的人，没有链接。');
    return {
      placement: 'turn',
      blocks: [
        ...(await linkBlocks(survey, on)),
        choices('问卷', ['返回', { kind: 'open-published', published }]),
      ],
    };
  });
}

/** The code and the links of a survey that is answered by whoever has them, to be put on a wall too. */
export async function linkBlocks(survey: Survey, on: PersonalOccasion): Promise<DraftBlock[]> {
  const { code, content, closesAt } = survey;
  if (code === null) return [];
  const links = await on.surveyLinks(code);
  const name = fileSafe(content.title);
  const pictures = await Promise.all(
    links.map(async ({ label, url }): Promise<DraftBlock> => {
      const bytes = await qrPng(url);
      return {
        kind: 'picture',
        file: { name: `二维码-${name}-${label}.png`, mediaType: 'image/png', bytes },
        description: `填写“${content.title}”的二维码，${label}：${url}`,
      };
    }),
  );
  const subtitle = `${dateInWords(on.zone, new Date(closesAt))}截止`;
  const poster = surveyPoster({ title: content.title, subtitle, code, links });
  return [
    lead(`问卷编号：${code}`),
    plain(
      [
        ...links.map(({ label, url }) => `${label}：${url}`),
        `在助手中发送“问卷 ${code}”${links.length === 0 ? '' : '也'}可以打开。`,
      ].join('\n'),
    ),
    ...pictures,
    ...(links.length === 0
      ? []
      : [
          {
            kind: 'file' as const,
            file: {
              name: `二维码张贴页-${name}.html`,
              mediaType: 'text/html; charset=utf-8',
              bytes: Buffer.from(poster, 'utf8'),
            },
          },
        ]),
    remark(
      links.length === 0
        ? '这里没有网址可用，所以没有链接和二维码。请把编号告诉要调查的人；谁知道编号谁就能填，每个账号填一次。'
        : '谁有链接谁就能填，每个账号填一次。请只发给要调查的人；张贴页可以打印。',
    ),
  ];
}
