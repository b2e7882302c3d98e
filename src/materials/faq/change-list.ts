import {
  type Companion,
  type CompanionMoment,
  changeCompanion,
} from '../folder/change-companion.ts';
import type { Folders } from '../folder/change-folder.ts';
import { editList, type ListEdit } from '../folder/edit-list.ts';
import type { Written } from './pairs.ts';

/** A companion that is one list, whose items are told apart by their ids. */
export interface ListFile extends Companion {
  readonly key: string;
  /** @throws UserFacingError where the file is broken */
  read(yaml: string): readonly { readonly id: string }[];
}

/**
 * Changes one item of a companion.
 *
 * @param against why it may not be changed so now, in words for people; null where it may
 * @throws UserFacingError where the folder cannot be read or written, or a file of it is broken
 */
export async function changeList(
  folders: Folders,
  file: ListFile,
  edit: ListEdit,
  against: (moment: CompanionMoment) => Promise<string | null> = async () => null,
): Promise<Written> {
  return changeCompanion(folders, file, async (moment) => {
    const known = file.read(moment.yaml).some(({ id }) => id === edit.id);
    if (edit.kind === 'drop' && !known) return { kind: 'write', yaml: moment.yaml };
    const problem = await against(moment);
    if (problem !== null) return { kind: 'refused', problem };
    const yaml = editList(moment.yaml, file.key, edit);
    if (yaml === null) {
      return {
        kind: 'refused',
        problem: `${file.title} 的写法特殊（例如几处共用一段内容），不能自动改动。请联系维护人员手工修改这个文件。`,
      };
    }
    file.read(yaml);
    return { kind: 'write', yaml };
  });
}
