import { type Api, GrammyError, InputFile } from 'grammy';
import type { DraftFile } from '../../../conversation/reply.ts';
import type { Step } from '../reply/step.ts';
import { editMessage, type Place, placeOf, sendMessage } from './send-message.ts';
import type { TapAnswer } from './tap-answer.ts';

/** Where the steps of a reply go. */
export interface Destination extends Place {
  /** Null where nobody tapped. */
  readonly tap: TapAnswer | null;
  /** The bytes of a file of the conversation; null where they are gone. */
  file(id: string): Promise<DraftFile | null>;
}

const FILE_GONE = '文件已被清除，请重新生成。';

/**
 * Carries out a step.
 *
 * @returns `gone` where nothing was done, since what it replaces cannot be changed any more
 * @throws GrammyError, HttpError as the Bot API's client does
 */
export async function sendStep(api: Api, step: Step, to: Destination): Promise<'over' | 'gone'> {
  switch (step.kind) {
    case 'message': {
      const { replaces } = step;
      if (replaces !== null) {
        return (await editMessage(api, step, replaces, to)) ? 'over' : 'gone';
      }
      await sendMessage(api, step, to);
      return 'over';
    }
    case 'toast':
      if (await to.tap?.say(step.text, step.isAlert)) return 'over';
      await api.sendMessage(to.chat, step.text, placeOf(to));
      return 'over';
    case 'take-back':
      await api.deleteMessage(to.chat, step.message);
      return 'over';
    case 'document':
    case 'photo':
      await sendFile(api, step, to);
      return 'over';
    default:
      return step satisfies never;
  }
}

async function sendFile(
  api: Api,
  step: Extract<Step, { kind: 'document' | 'photo' }>,
  to: Destination,
): Promise<void> {
  const file = await to.file(step.file);
  if (file === null) {
    await api.sendMessage(to.chat, FILE_GONE, placeOf(to));
    return;
  }
  // The server decodes a name, and would end one that is not encoded at its first semicolon.
  const upload = () => new InputFile(file.bytes, encodeURIComponent(step.name));
  const fields = { ...placeOf(to), ...(step.caption === '' ? {} : { caption: step.caption }) };
  if (step.kind === 'photo') {
    try {
      await api.sendPhoto(to.chat, upload(), fields);
      return;
    } catch (error) {
      // A picture of a size or shape that Telegram does not show is still a file.
      if (!(error instanceof GrammyError && error.error_code === 400)) throw error;
    }
  }
  await api.sendDocument(to.chat, upload(), fields);
}
