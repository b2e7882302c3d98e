import { kitDocx } from '../../../seminar/documents/kit-docx.ts';
import { kitText } from '../../../seminar/documents/kit-text.ts';
import { questionSlides } from '../../../seminar/documents/question-slides.ts';
import type { Kit } from '../../../seminar/kit.ts';
import { choices, lead, plain, remark } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import type { DraftFile } from '../../reply.ts';
import { fileSafe, wordFile } from '../../word-file.ts';
import { goneRemark, withKit } from './opened-kit.ts';

type As = DeedOf<'export-kit'>['as'];
type Head = Parameters<typeof kitText>[1];

const NAMES: Readonly<Record<As, string>> = {
  all: '研讨方案、题目清单、记录表',
  plan: '研讨方案',
  questions: '题目清单',
  record: '记录表',
  slides: '题目投影页',
  text: '研讨方案（纯文本）',
};

export function offerExport(id: string, on: PersonalOccasion): Promise<FeatureReply> {
  const as = (one: As) => ({ kind: 'export-kit', kit: id, as: one }) as const;
  return withKit(id, on, () => ({
    placement: 'turn',
    blocks: [
      lead('导出哪一种？'),
      remark('Word 文件可以用 Word 和 WPS 打开修改；投影页用浏览器打开，按 F11 全屏。'),
      choices(
        '导出',
        ['Word 三份合一', as('all')],
        ['研讨方案', as('plan')],
        ['题目清单', as('questions')],
        ['记录表', as('record')],
        ['投影题目页', as('slides')],
        ['纯文本', as('text')],
        ['返回方案', { kind: 'open-kit', kit: id }],
      ),
    ],
  }));
}

export function exportKit(
  { kit: id, as }: DeedOf<'export-kit'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withKit(id, on, async (opened) => {
    const { record, kit } = opened;
    const found = record.classId === null ? null : await on.people.class(record.classId);
    const head = { className: found?.name ?? '', date: record.heldOn ?? '' };
    const open = head.className === '' || head.date === '';
    return {
      placement: 'turn',
      blocks: [
        plain(`已导出${NAMES[as]}（第 ${record.version} 版）。`),
        { kind: 'file', file: await fileOf(as, kit, head) },
        ...goneRemark(opened),
        ...(open ? [remark('班次或者日期未定，文件上留空。在“班次和日期”中可以填写。')] : []),
        choices('研讨方案', ['返回方案', { kind: 'open-kit', kit: id }]),
      ],
    };
  });
}

async function fileOf(as: As, kit: Kit, head: Head): Promise<DraftFile> {
  const name = `${as === 'all' ? '研讨方案' : NAMES[as]}-${fileSafe(kit.order.topic)}`;
  if (as === 'text') {
    return {
      name: `${name}.txt`,
      mediaType: 'text/plain; charset=utf-8',
      bytes: Buffer.from(kitText(kit, head), 'utf8'),
    };
  }
  if (as === 'slides') {
    return {
      name: `${name}.html`,
      mediaType: 'text/html; charset=utf-8',
      bytes: Buffer.from(questionSlides(kit, head), 'utf8'),
    };
  }
  const sheets = as === 'all' ? (['plan', 'questions', 'record'] as const) : [as];
  return wordFile(name, await kitDocx(kit, head, [...sheets]));
}
