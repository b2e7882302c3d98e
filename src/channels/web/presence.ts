/** Milliseconds that a reader who left has to come back; the page does so after 0.5 s and 2 s more. */
const GRACE_MS = 5_000;

/** Knows whether anyone reads the replies under way. */
export interface Presence {
  /**
   * Makes a reply. Its signal is aborted once nobody has read any reply to the same message for the
   * grace time; whoever asks for the message again before that keeps it from being aborted.
   *
   * @param message names it among all messages of all people
   * @param reader aborted when the one who asked has gone
   */
  accompany(
    message: string,
    reader: AbortSignal,
    makeReply: (left: AbortSignal) => Promise<void>,
  ): Promise<void>;
  /** Waits for nobody any more: aborts the signals of all that is under way. */
  end(): void;
}

/** Those who read the replies to one message. */
interface Audience {
  readonly left: AbortController;
  readonly readers: Set<AbortSignal>;
  /** Replies under way; the kept one is sent to whoever asks again. */
  replies: number;
  waiting: NodeJS.Timeout | undefined;
}

/** @param graceMs milliseconds that a reader who left has to come back */
export function createPresence(graceMs = GRACE_MS): Presence {
  const audiences = new Map<string, Audience>();

  /** Whoever comes later has a reply of their own, whose signal is not aborted. */
  const dismiss = (message: string, audience: Audience) => {
    clearTimeout(audience.waiting);
    if (audiences.get(message) === audience) audiences.delete(message);
    audience.left.abort();
  };
  const join = (message: string, reader: AbortSignal): Audience => {
    const audience = audiences.get(message) ?? newAudience();
    audiences.set(message, audience);
    clearTimeout(audience.waiting);
    audience.readers.add(reader);
    audience.replies += 1;
    return audience;
  };

  return {
    accompany: async (message, reader, makeReply) => {
      const audience = join(message, reader);
      const leave = () => {
        audience.readers.delete(reader);
        if (audience.readers.size > 0) return;
        clearTimeout(audience.waiting);
        audience.waiting = setTimeout(() => dismiss(message, audience), graceMs);
      };
      if (reader.aborted) leave();
      else reader.addEventListener('abort', leave, { once: true });
      try {
        await makeReply(audience.left.signal);
      } finally {
        reader.removeEventListener('abort', leave);
        leave();
        audience.replies -= 1;
        if (audience.replies === 0) {
          clearTimeout(audience.waiting);
          if (audiences.get(message) === audience) audiences.delete(message);
        }
      }
    },
    end: () => {
      for (const [message, audience] of audiences) dismiss(message, audience);
    },
  };
}

function newAudience(): Audience {
  return { left: new AbortController(), readers: new Set(), replies: 0, waiting: undefined };
}
