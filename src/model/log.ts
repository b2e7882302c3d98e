/** What an endpoint needs of a log; a pino logger fits. Neither texts nor keys go into it. */
export interface ModelLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}
