/**
 * When a reminder is sent, in local time of its zone. `until` (`HH:MM`) ends the window within which
 * the time of day that a learner chose goes before the reminder's own; null where there is none.
 */
export type Timing =
  /** As soon as it is confirmed. */
  | { readonly kind: 'now' }
  | {
      readonly kind: 'once';
      /** `YYYY-MM-DDTHH:MM` */
      readonly at: string;
      readonly until: string | null;
    }
  | {
      readonly kind: 'repeat';
      /** Five fields: minute, hour, day of month, month, day of week; one minute and one hour each. */
      readonly cron: string;
      /** Last day as `YYYY-MM-DD`; null for no end. */
      readonly endsOn: string | null;
      readonly until: string | null;
    };
