/** What the web chat needs of a log; a pino logger fits. */
export interface WebLog {
  debug(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
