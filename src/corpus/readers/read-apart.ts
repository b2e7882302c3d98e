import { UserFacingError } from '../../errors.ts';
import { runApart, ThreadEnded, threadBeside } from '../../run-apart.ts';
import { READING_LIMITS, type Reading, type ReadingLimits } from './document.ts';
import type { ReadingJob, ReadingResult } from './reading-thread.ts';
import { SecrecyMarked } from './secrecy-marked.ts';
import { takeTurns } from './take-turns.ts';

/** One at a time leaves the other core of a small machine to those who ask questions. */
const AT_ONCE = 1;
/** Each holds its file in memory while it waits. */
const MOST_WAITING = 10;

const takeTurn = takeTurns(AT_ONCE, MOST_WAITING);

/**
 * Reads a file that somebody sends, in a thread of its own, so that others are answered meanwhile.
 * Nothing of it is written anywhere.
 *
 * @throws UserFacingError for what cannot be read, with what to do next; SecrecyMarked, which is one
 *   too, for what must not be kept
 */
export async function readApart(
  fileName: string,
  bytes: Uint8Array,
  limits: ReadingLimits = READING_LIMITS,
): Promise<Reading> {
  const turn = takeTurn(() => readInThread(fileName, bytes, limits));
  if (turn === null) {
    throw new UserFacingError('正在读取的文件较多，请过几分钟再上传。');
  }
  const result = await turn;
  switch (result.kind) {
    case 'read':
      return result.reading;
    case 'secrecy-marked':
      throw new SecrecyMarked();
    case 'refused':
      throw new UserFacingError(result.problem);
    default:
      return result satisfies never;
  }
}

async function readInThread(
  fileName: string,
  bytes: Uint8Array,
  limits: ReadingLimits,
): Promise<ReadingResult> {
  // The caller goes on to use its bytes: the thread is handed a copy of its own, the only one made.
  // What is too large is refused there without being looked at, and is not worth a copy.
  // Not `slice`: that of a Buffer is no copy, and its owner would be left with nothing.
  const copy = new Uint8Array(bytes.subarray(0, limits.fileBytes + 1));
  const job: ReadingJob = { fileName, bytes: copy, limits };
  try {
    return await runApart<ReadingResult>(
      threadBeside(import.meta.url, 'reading-thread'),
      job,
      limits,
      [copy.buffer],
    );
  } catch (error) {
    if (!(error instanceof ThreadEnded)) throw error;
    return { kind: 'refused', problem: tooMuch(error.reason, limits) };
  }
}

function tooMuch(reason: ThreadEnded['reason'], { timeMs, memoryMb }: ReadingLimits): string {
  const advice = '请删去其中的图片，或者按章节分成几个文件后上传。';
  switch (reason) {
    case 'time':
      return `这个文件过于复杂，${Math.ceil(timeMs / 1000)} 秒内没有读完。${advice}`;
    case 'memory':
      return `这个文件过于复杂，读取时占用的内存超过 ${memoryMb} MB。${advice}`;
    default:
      return reason satisfies never;
  }
}
