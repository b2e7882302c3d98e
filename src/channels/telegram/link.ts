import type { TelegramLog } from './log.ts';
import type { Failure } from './sending/failure.ts';

/** What the operator hears of the line to Telegram: a line when it breaks, one when it holds again. */
export interface Link {
  up(): void;
  down(failure: Failure): void;
}

const AGAIN = '程序会自动重试。';

/** @param tell shows the operator a line */
export function createLink(tell: (line: string) => void, log: TelegramLog): Link {
  let told: string | null = null;
  return {
    up: () => {
      if (told !== null) tell('与 Telegram 的连接已恢复。');
      told = null;
    },
    down: (failure) => {
      const { kind, reason } = failure;
      log.debug({ reason }, 'Telegram does not answer');
      const line = lineOf(failure);
      if (told !== line) tell(`${line}${kind === 'unauthorized' ? '' : AGAIN}`);
      told = line;
    },
  };
}

/** Milliseconds until the next try: a wrong token does not heal by itself. */
export function waitAfter(failure: Failure, retryMs: number): number {
  if (failure.kind === 'flood') return failure.seconds * 1000;
  return failure.kind === 'unauthorized' ? 20 * retryMs : retryMs;
}

/** Reasons that an operator may not know by their codes. */
const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: '对方拒绝连接',
  ENOTFOUND: '找不到服务器的地址',
  EAI_AGAIN: '找不到服务器的地址',
  ECONNRESET: '连接中断',
  EHOSTUNREACH: '网络不通',
  ENETUNREACH: '网络不通',
  ETIMEDOUT: '连接超时',
  aborted: '长时间没有答复',
  timeout: '长时间没有答复',
  'invalid-json': '答复的格式不对',
};

function reasonInWords(reason: string): string {
  const words = REASONS[reason];
  return words === undefined ? reason : `${words}，${reason}`;
}

/** What a failure means to the operator, and what to do. */
export function lineOf({ kind, reason }: Failure): string {
  switch (kind) {
    case 'unauthorized':
      return 'Telegram 不接受 TELEGRAM_BOT_TOKEN 的值，请向 @BotFather 核对，改正后重新启动。';
    case 'conflict':
      return '另有程序在用同一个机器人收取消息，请停止那个程序；本程序等它停止后接替。';
    case 'unreachable':
    case 'uncertain':
      return `连不上 Telegram（${reasonInWords(reason)}），请检查网络和 HTTPS_PROXY、TELEGRAM_API_ROOT 设置。`;
    case 'flood':
    case 'refused':
    case 'closed':
      return `Telegram 拒绝了请求（${reason}）。`;
    default:
      return kind satisfies never;
  }
}
