import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';

export type Log = Logger;

/** Lines of JSON on stderr; what people type never goes into them. */
export function createLog(level: Config['logLevel']): Log {
  const timestamp = pino.stdTimeFunctions.isoTime;
  return pino({ level, timestamp, base: null }, pino.destination({ dest: 2, sync: true }));
}
