/** What the channel needs of a log; a pino logger fits. Neither texts nor tokens go into it. */
export interface TelegramLog {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
