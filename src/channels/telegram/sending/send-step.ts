import { type Api, GrammyError, InputFile } from 'grammy';
import type { DraftFile } from '../../../conversation/reply.ts';
import type { Keyboard, Step } from '../reply/step.ts';
import type { TapAnswer } from './tap-answer.ts';

/** Where the steps of a reply go. */
export interface Destination {
  readonly chat: number;
  readonly thread: number | null;
  /** The message that they answer, where that should be seen. */
  readonly answers: number | null;
  /** Null where nobody tapped. */
  readonly tap: TapAnswer | null;
  /** The bytes of a file of the conversation; null where they are gone. */
  file(id: string): Promise<DraftFile | null>;
}

const FILE_GONE = '文件已被清除，请重新生成。';
/** The message that was to be replaced is gone or too old, or is one that bots cannot change. */
const CANNOT_EDIT = /message to edit not found|message can't be edited|MESSAGE_ID_INVALID/u;
const IS_SHOWN_ALREADY = /message is not modified/u;

/**
 * Carries out a step.
 *
 * @throws GrammyError, HttpError as the Bot API's client does
 */
export async function sendStep(api: Api, step: Step, to: Destination): Promise<void> {
  switch (step.kind) {
    case 'message':
      if (step.replaces !== null && (await replace(api, step, step.replaces, to))) return;
      await api.sendMessage(to.chat, step.text, { ...placeOf(to), ...contentOf(step) });
      return;
    case 'toast':
      if (await to.tap?.say(step.text, step.isAlert)) return;
      await api.sendMessage(to.chat, step.text, placeOf(to));
      return;
    case 'document':
    case 'photo':
      await sendFile(api, step, to);
      return;
    default:
      step satisfies never;
  }
}

/** False where the message cannot be replaced any more. */
async function replace(
  api: Api,
  step: Extract<Step, { kind: 'message' }>,
  message: number,
  { chat }: Destination,
): Promise<boolean> {
  try {
    await api.editMessageText(chat, message, step.text, contentOf(step));
    return true;
  } catch (error) {
    if (!(error instanceof GrammyError)) throw error;
    if (IS_SHOWN_ALREADY.test(error.description)) return true;
    if (CANNOT_EDIT.test(error.description)) return false;
    throw error;
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

function placeOf({ thread, answers }: Destination) {
  return {
    ...(thread === null ? {} : { message_thread_id: thread }),
    ...(answers === null
      ? {}
      : { reply_parameters: { message_id: answers, allow_sending_without_reply: true } }),
  };
}

function contentOf({ entities, keyboard }: Extract<Step, { kind: 'message' }>) {
  return {
    entities: [...entities],
    // Addresses in a material are no invitation to load them.
    link_preview_options: { is_disabled: true },
    ...(keyboard.length === 0 ? {} : { reply_markup: { inline_keyboard: writable(keyboard) } }),
  };
}

function writable(keyboard: Keyboard) {
  return keyboard.map((row) => [...row]);
}
