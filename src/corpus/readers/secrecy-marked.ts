import { UserFacingError } from '../../errors.ts';
import { bearsSecrecyMarking } from '../../text/secrecy-marking.ts';
import type { RawReading } from './document.ts';

/**
 * A file bears the marking of a state secret. Nothing of it may be kept: neither its bytes, nor its
 * name, nor a word of it, and so the error tells none of them.
 */
export class SecrecyMarked extends UserFacingError {
  override readonly name = 'SecrecyMarked';

  constructor() {
    super(
      '该文件带有国家秘密标志。涉密资料不得存入本系统，系统没有保存该文件的任何内容。请按保密规定处理：删除聊天记录和设备中的该文件，并立即报告本单位保密工作机构。',
    );
  }
}

/** @throws SecrecyMarked where the name, the text, or what is left out of it bears the marking */
export function refuseSecrecyMarked(
  fileName: string,
  { text, aside }: Pick<RawReading, 'text' | 'aside'>,
): void {
  if ([fileName, text, aside].some(bearsSecrecyMarking)) throw new SecrecyMarked();
}
