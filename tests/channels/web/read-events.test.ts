import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEvents } from '../../../src/channels/web/page/read-events.ts';
import { begin, end, words, working } from './fake-conversation.ts';
import { streamed } from './reader.ts';

function streamOf(pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
}

async function read(...pieces: readonly (string | Uint8Array)[]): Promise<string[]> {
  const encoder = new TextEncoder();
  const bytes = pieces.map((piece) => (typeof piece === 'string' ? encoder.encode(piece) : piece));
  const found: string[] = [];
  for await (const data of readEvents(streamOf(bytes))) found.push(data);
  return found;
}

describe('an event stream is read', () => {
  it('as the service writes it', async () => {
    const events = [begin, working('正在核对引文…'), words('第一行\n\ndata: 第二行\r'), end];
    expect((await read(streamed(...events))).map((data) => JSON.parse(data))).toEqual(events);
  });

  it.each([
    ['several lines of data', 'data: a\ndata: b\n\n', ['a\nb']],
    ['data without a space, or with two', 'data:a\n\ndata:  b\n\n', ['a', ' b']],
    ['data that is empty', 'data\n\ndata:\ndata:\n\n', ['', '\n']],
    ['a colon in the data', 'data: a: b\n\n', ['a: b']],
    ['comments', ': a\n\n:\n\ndata: b\n:data: c\n\n', ['b']],
    ['other fields', 'event: x\nid: 1\nretry: 2\ndatum: 3\ndata: a\n\n', ['a']],
    ['an event without data', 'event: x\n\ndata: a\n\n', ['a']],
    ['a mark at the start', '\ufeffdata: a\n\n', ['a']],
    ['CRLF', 'data: a\r\ndata: b\r\n\r\ndata: c\r\n\r\n', ['a\nb', 'c']],
    ['CR', 'data: a\rdata: b\r\rdata: c\r\r', ['a\nb', 'c']],
    ['mixed line ends', 'data: a\r\n\ndata: b\r\r\ndata: c\n\r', ['a', 'b', 'c']],
    ['an end in mid-event', 'data: a\n\ndata: b\n', ['a']],
    ['nothing', '', []],
  ])('with %s', async (_, stream, events) => expect(await read(stream)).toEqual(events));

  it('at once where a piece ends in CR', async () => {
    const reader = readEvents(
      new ReadableStream({
        start: (controller) => controller.enqueue(new TextEncoder().encode('data: a\r\r')),
      }),
    );
    expect(await reader.next()).toEqual({ done: false, value: 'a' });
  });

  it('the same in whatever pieces it comes', async () => {
    const line = fc.string({ unit: fc.constantFrom('干', '训', '😀', 'a', ':', ' ') });
    const event = fc.record({
      lines: fc.array(line, { minLength: 1, maxLength: 3 }),
      before: fc.constantFrom('', ': 注释', 'event: block', 'id: 1'),
      lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    });
    const cuts = fc.array(fc.nat(400), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(fc.array(event), cuts, async (events, places) => {
        const bytes = new TextEncoder().encode(
          events
            .map(({ lines, before, lineEnd }) =>
              [
                ...(before === '' ? [] : [before]),
                ...lines.map((one) => `data: ${one}`),
                '',
                '',
              ].join(lineEnd),
            )
            .join(''),
        );
        const edges = [0, ...places.filter((at) => at < bytes.length), bytes.length];
        edges.sort((one, other) => one - other);
        const pieces = edges.slice(1).map((edge, at) => bytes.subarray(edges[at], edge));
        expect(await read(...pieces)).toEqual(events.map(({ lines }) => lines.join('\n')));
      }),
    );
  });
});
