import type { SessionTimer } from './session.ts';

const MINUTE = 60_000;
/** A round never takes longer; a slip of the finger does. */
export const LONGEST_MINUTES = 180;

export function startTimer(minutes: number, now: Date): SessionTimer {
  return running(minutes * MINUTE, now);
}

/** Milliseconds; 0 once it is over. */
export function remaining(timer: SessionTimer, now: Date): number {
  const left = timer.state === 'paused' ? timer.leftMs : Date.parse(timer.endsAt) - now.getTime();
  return Math.max(0, left);
}

export function pauseTimer(timer: SessionTimer, now: Date): SessionTimer {
  return { state: 'paused', leftMs: remaining(timer, now) };
}

export function resumeTimer(timer: SessionTimer, now: Date): SessionTimer {
  return timer.state === 'running' ? timer : running(timer.leftMs, now);
}

/** More time from now on, where it was over already. */
export function addToTimer(timer: SessionTimer, minutes: number, now: Date): SessionTimer {
  const leftMs = Math.min(remaining(timer, now) + minutes * MINUTE, LONGEST_MINUTES * MINUTE);
  return timer.state === 'paused' ? { state: 'paused', leftMs } : running(leftMs, now);
}

/** 还剩 7 分 30 秒 */
export function timerInWords(timer: SessionTimer, now: Date): string {
  const seconds = Math.ceil(remaining(timer, now) / 1000);
  if (seconds === 0) return '时间已到';
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  const left = [minutes > 0 ? `${minutes} 分` : '', rest > 0 ? `${rest} 秒` : ''].join(' ').trim();
  return timer.state === 'paused' ? `已暂停，还剩 ${left}` : `还剩 ${left}`;
}

function running(leftMs: number, now: Date): SessionTimer {
  return { state: 'running', endsAt: new Date(now.getTime() + leftMs).toISOString() };
}
