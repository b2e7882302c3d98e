import { UserFacingError } from '../../../errors.ts';
import { addMissingMethods } from './missing-methods.ts';
import { PredefinedCMaps } from './predefined-cmaps.ts';

export type PdfModule = typeof import('unpdf/pdfjs');
export type Pdf = Awaited<ReturnType<PdfModule['getDocument']>['promise']>;
export type PdfPage = Awaited<ReturnType<Pdf['getPage']>>;

export interface OpenPdf {
  readonly pdf: Pdf;
  readonly operations: Readonly<Record<string, number>>;
}

/**
 * Opens a file without running, fetching or drawing anything of it.
 *
 * @throws UserFacingError where it needs a password, or is no whole PDF
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  // Half a second to load; only whoever reads a PDF pays it.
  const { getResolvedPDFJS } = await import('unpdf');
  addMissingMethods();
  const { getDocument, OPS } = (await getResolvedPDFJS()) as PdfModule;
  const task = getDocument({
    // A copy, since it takes the bytes with it; a Buffer it would refuse.
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    useWasm: false,
    // No picture is looked into: none is shown, and a large one would take all the time there is.
    maxImageSize: 0,
    cMapUrl: 'predefined/',
    cMapPacked: false,
    BinaryDataFactory: PredefinedCMaps,
  });
  try {
    return { pdf: await task.promise, operations: OPS };
  } catch (error) {
    await task.destroy();
    throw explain(error);
  }
}

function explain(error: unknown): unknown {
  switch ((error as Error | null)?.name) {
    case 'PasswordException':
      return new UserFacingError(
        '这份 PDF 设有打开密码，无法读取。请在原软件中取消密码，或者改发 Word 文件（.docx）。',
      );
    case 'InvalidPDFException':
    case 'FormatError':
    case 'XRefParseException':
    case 'MissingDataException':
    case 'UnknownErrorException':
      return new UserFacingError(
        '这份 PDF 已损坏或不完整，无法读取。请重新下载或重新导出后再发，也可以改发 Word 文件（.docx）。',
      );
    default:
      return error;
  }
}
