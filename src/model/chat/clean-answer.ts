/** Takes an answer's wrapping off while it arrives. */
export interface AnswerCleaner {
  /** @returns what is certain by now, which may be nothing */
  push(chunk: string): string;
  /** @returns what was held back until nothing more could come */
  end(): string;
}

const THINK = '<think>';
const THOUGHT = '</think>';
/** A fence, its language and the line's end; whatever follows is JSON, which begins with no letter. */
const OPENING = /^```\w*\s*(?=[^\s\w])/u;
/** Within JSON no line of a text can begin with a fence: a text holds no line breaks. */
const CLOSING = /\n\s*```/u;
/** What may turn out to be the closing fence, or is it where nothing more comes. */
const TAIL = /\s*(?:`{1,3}\s*)?$/u;

/**
 * Leaves out what a reasoning model thinks before it answers (`<think>` to `</think>`), white space
 * before the answer and, where it is to be JSON, the Markdown fence around it. Chunks may end
 * anywhere.
 */
export function createAnswerCleaner(isJson: boolean): AnswerCleaner {
  let stage: 'begin' | 'thinking' | 'opening' | 'bare' | 'fenced' | 'over' = 'begin';
  let held = '';

  /** Goes on a stage; false where it takes more text to know. */
  const step = (): boolean => {
    switch (stage) {
      case 'begin':
        held = held.trimStart();
        if (held.startsWith(THINK)) stage = 'thinking';
        else if (THINK.startsWith(held)) return false;
        else stage = 'opening';
        return true;
      case 'thinking': {
        const end = held.indexOf(THOUGHT);
        held = held.slice(end < 0 ? 1 - THOUGHT.length : end + THOUGHT.length);
        if (end >= 0) stage = 'opening';
        return end >= 0;
      }
      case 'opening': {
        held = held.trimStart();
        if (held === '') return false;
        const opening = isJson ? OPENING.exec(held)?.[0] : undefined;
        const mayOpen = isJson && (held.startsWith('```') || '```'.startsWith(held));
        if (opening === undefined && mayOpen) return false;
        held = held.slice(opening?.length ?? 0);
        stage = opening === undefined ? 'bare' : 'fenced';
        return true;
      }
      case 'bare':
      case 'fenced':
      case 'over':
        return false;
      default:
        return stage satisfies never;
    }
  };

  const release = (length: number): string => {
    const released = held.slice(0, length);
    held = held.slice(length);
    return released;
  };

  return {
    push: (chunk) => {
      if (stage === 'over') return '';
      held += chunk;
      while (step());
      if (isBefore(stage)) return '';
      if (stage === 'bare') return release(held.length);
      const closing = CLOSING.exec(held);
      if (closing === null) return release(TAIL.exec(held)?.index ?? held.length);
      stage = 'over';
      return release(closing.index);
    },
    end: () => {
      const rest = stage === 'fenced' ? held.replace(/\s*```\s*$/u, '') : held;
      const isText = stage === 'fenced' || stage === 'begin' || stage === 'opening';
      held = '';
      return isText ? rest : '';
    },
  };
}

function isBefore(stage: string): boolean {
  return stage === 'begin' || stage === 'thinking' || stage === 'opening';
}
