import type { Api } from 'grammy';
import { pause } from '../../../lease.ts';
import type { Link } from '../link.ts';
import type { TelegramLog } from '../log.ts';
import type { Step } from '../reply/step.ts';
import type { Plan, Progress } from '../store.ts';
import { type Failure, failureOf } from './failure.ts';
import { type Destination, sendStep } from './send-step.ts';

export interface DeliverParts {
  readonly api: Api;
  readonly log: TelegramLog;
  /** Told of failures; null where the operator hears of them otherwise. */
  readonly link: Link | null;
  /** Aborted when this process is to stop: what is not on its way stays for the next one. */
  readonly signal: AbortSignal;
  /** Keeps how far it has come. */
  save(progress: Progress): Promise<void>;
  readonly retryMs: number;
}

interface StepParts extends DeliverParts {
  /** Keeps whether the step is on its way. */
  mark(isSending: boolean): Promise<void>;
}

/** How a single step ended; `gone` where what it replaces cannot be changed any more. */
type Ending = 'over' | 'gone' | 'closed' | 'stopped' | 'uncertain';

const UNCERTAIN_AGAIN =
  '刚才连接中断，有一条答复可能没有送到或者没有送完。没有看到完整答复的，请点“重新显示”。';
const UNCERTAIN = '刚才连接中断，有一条消息可能没有送到。没有看到的，请再操作一次。';

/**
 * Sends what is left of a plan. A step whose arrival is unknown is not sent twice: a word takes its
 * place that says so, with a button that shows the reply again.
 *
 * @returns false where it stopped before the end
 */
export async function deliver(
  progress: Progress & { readonly plan: Plan },
  to: Destination,
  parts: DeliverParts,
): Promise<boolean> {
  const { plan } = progress;
  const steps = [...plan.steps];
  let isUncertain = progress.isSending;
  for (let at = progress.sent; at < steps.length; at++) {
    let step = steps[at] as Step;
    if (isUncertain && !mayRepeat(step)) step = steps[at] = uncertainStep(plan);
    isUncertain = false;
    const now = { ...progress, plan: { ...plan, steps }, sent: at };
    const mark = (isSending: boolean) => parts.save({ ...now, isSending });
    const ending = await carryOut(step, to, { ...parts, mark });
    if (ending === 'closed') return true;
    if (ending === 'stopped') return false;
    if (ending === 'over') continue;
    isUncertain = ending === 'uncertain';
    // Sent anew it may not be repeated as an edit may, and so is kept as what it now is.
    if (ending === 'gone' && step.kind === 'message') steps[at] = { ...step, replaces: null };
    at--;
  }
  return true;
}

/** What does no harm when it is done twice. */
function mayRepeat(step: Step): boolean {
  if (step.kind !== 'message') return step.kind === 'toast' || step.kind === 'take-back';
  return step.replaces !== null || step.text === UNCERTAIN || step.text === UNCERTAIN_AGAIN;
}

function uncertainStep({ again }: Plan): Step {
  const keyboard = again === null ? [] : [[{ text: '重新显示', callback_data: again }]];
  const text = again === null ? UNCERTAIN : UNCERTAIN_AGAIN;
  return { kind: 'message', text, entities: [], keyboard, replaces: null };
}

/** Tries until it is clear what became of the step. */
async function carryOut(wanted: Step, to: Destination, parts: StepParts): Promise<Ending> {
  let step = wanted;
  for (;;) {
    if (parts.signal.aborted) {
      await parts.mark(false);
      return 'stopped';
    }
    await parts.mark(true);
    const failure = await attempt(parts.api, step, to);
    if (typeof failure === 'string') {
      parts.link?.up();
      return failure;
    }
    // What waits is not on its way: a crash now costs no more than the wait.
    if (failure.kind !== 'uncertain' || mayRepeat(step)) await parts.mark(false);
    const plainer = failure.kind === 'refused' ? plainerThan(step) : null;
    if (plainer !== null) {
      parts.log.error({ reason: failure.reason }, 'Telegram refused the form of a message');
      step = plainer;
      continue;
    }
    const ending = await afterwards(failure, step, parts);
    if (ending !== null) return ending;
  }
}

/**
 * The same words in a form that an older or a stricter server takes: first without the buttons that
 * copy, then with nothing but the words. Null where there is none.
 */
function plainerThan(step: Step): Step | null {
  if (step.kind !== 'message') return null;
  const keyboard = step.keyboard
    .map((row) => row.filter((key) => 'callback_data' in key))
    .filter((row) => row.length > 0);
  const hadCopying = step.keyboard.flat().some((key) => 'copy_text' in key);
  if (hadCopying) return { ...step, keyboard };
  const isBare = step.keyboard.length === 0 && step.entities.length === 0;
  return isBare ? null : { ...step, keyboard: [], entities: [] };
}

/** @throws LeaseLost before it would speak for another process */
async function attempt(api: Api, step: Step, to: Destination): Promise<'over' | 'gone' | Failure> {
  try {
    return await sendStep(api, step, to);
  } catch (error) {
    return failureOf(error);
  }
}

/** Null where the step is to be tried again. */
async function afterwards(
  failure: Failure,
  step: Step,
  { log, link, signal, retryMs }: DeliverParts,
): Promise<Ending | null> {
  const { kind, reason } = failure;
  switch (kind) {
    case 'closed':
      log.info({ reason }, 'A chat is closed to the bot');
      return 'closed';
    case 'refused':
      log.error({ reason, step: step.kind }, 'Telegram refused a message');
      return 'over';
    case 'uncertain':
      log.warn({ reason }, 'A message may have been lost');
      await pause(retryMs, signal);
      return mayRepeat(step) ? null : 'uncertain';
    case 'flood':
      log.warn({ reason }, 'Telegram asks to wait');
      await pause(failure.seconds * 1000, signal);
      return null;
    case 'unreachable':
    case 'unauthorized':
    case 'conflict':
      log.debug({ reason }, 'A message waits for Telegram');
      link?.down(failure);
      await pause(retryMs, signal);
      return null;
    default:
      return kind satisfies never;
  }
}
