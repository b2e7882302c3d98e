/**
 * Reads an event stream (`text/event-stream`) as the HTML standard has it and gives the data of each
 * event; it may come in any pieces and with any line ends. What breaks off in mid-event is left out.
 */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  let data: string[] = [];
  for await (const line of linesOf(body)) {
    if (line !== '') {
      const value = dataIn(line);
      if (value !== null) data.push(value);
    } else if (data.length > 0) {
      yield data.join('\n');
      data = [];
    }
  }
}

/** What a line adds to its event; null for a comment or another field. */
function dataIn(line: string): string | null {
  if (line === 'data') return '';
  return line.startsWith('data:') ? line.slice('data:'.length).replace(/^ /u, '') : null;
}

/** Whole lines, without their ends: CRLF, LF or CR. */
async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  let endedInReturn = false;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    let text = decoder.decode(value, { stream: true });
    if (text === '') continue;
    // The second half of a CRLF that came in two pieces.
    if (endedInReturn && text.startsWith('\n')) text = text.slice(1);
    endedInReturn = text.endsWith('\r');
    const lines = (rest + text).split(/\r\n|\n|\r/u);
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
