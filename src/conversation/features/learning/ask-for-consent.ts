import { choices, heading, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';

/**
 * What is kept, who sees it, and where it goes; asked once, before anything is kept.
 *
 * @param text a record that was written already, and is kept once they agree
 */
export function askForConsent(
  next: DeedOf<'consent'>['next'],
  { carrier }: PersonalOccasion,
  text: string | null = null,
): FeatureReply {
  const goes =
    carrier === null
      ? '不发送给其他单位和服务。'
      : `不另行发送给其他单位和服务；在 ${carrier} 中往来的消息经过其服务器，并在其中留存。`;
  return {
    placement: 'turn',
    blocks: [
      heading('开始之前，请了解'),
      plain(
        [
          '一、保存什么。学习的日期、内容和您写的体会，回忆题的答题情况和下次复习时间。',
          '二、谁能看到。只有您本人。您可以把某一条分享给本班教师，也可以随时收回；教师和管理员另外只能看到五人以上的班次合计。',
          `三、存在哪里。保存在运行本助手的机器上，${goes}`,
          '四、用来做什么。只供您自己回顾，不排名、不计分、不计算在线时间，不作为考核依据，也不计入学时。',
        ].join('\n'),
      ),
      remark('发送“我的数据”可以随时查看、导出或者删除。请不要写入涉密内容和他人隐私。'),
      choices(
        '是否开始',
        ['同意，开始使用', { kind: 'consent', next, text }],
        ['暂不使用', { kind: 'cancel' }],
      ),
    ],
  };
}
