import { choices, plain } from '../../blocks.ts';
import type { DeedOf } from '../../deeds/deed.ts';
import type { FeatureReply, PersonalOccasion } from '../../feature.ts';
import { fileSafe } from '../../word-file.ts';
import { notDone } from './after-change.ts';
import { nameOfVersion, shortHash } from './material-words.ts';
import { namedAs, versionOf, withWords } from './opened-material.ts';

const FILE_GONE = '原文件已经找不到，或者被改动过，不能下载。请联系维护人员。';
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  // As text, so that no browser runs what somebody else's page says.
  html: 'text/plain; charset=utf-8',
  htm: 'text/plain; charset=utf-8',
};

/** The file as it was sent. */
export function exportMaterial(
  named: DeedOf<'export-material'>,
  on: PersonalOccasion,
): Promise<FeatureReply> {
  return withWords(named, on, async (material) => {
    const file = await on.shelf.file(versionOf(named));
    if (file === null) return notDone(FILE_GONE, named, on);
    const { entry } = material;
    const extension = /\.(\w+)$/u.exec(file.name)?.[1]?.toLowerCase() ?? 'txt';
    const name = fileSafe(entry.title) || entry.id;
    return {
      placement: 'turn',
      blocks: [
        plain(`${nameOfVersion(material)}的原文件，文件指纹 ${shortHash(entry)}。`),
        {
          kind: 'file',
          file: {
            name: `${name}-第${entry.version}版.${extension}`,
            mediaType: MEDIA_TYPES[extension] ?? 'text/plain',
            bytes: file.bytes,
          },
        },
        choices('资料', ['返回资料', { kind: 'open-material', ...namedAs(material) }]),
      ],
    };
  });
}
